/// What the taxes of a vintage remember of the steps before. Model 6.
struct TaxHistory<Number: Lane> {
  /// When taxable profit began, by place in `Plan.profitTaxes`; empty where nothing counts from there.
  var gains: [FirstGain<Number>] = []

  /// Whether nothing is remembered.
  var isEmpty: Bool { gains.isEmpty }
}

/// The lanes in which a vintage has its turn: where it opens within a step in some of them, those
/// where it was open have theirs first, and those where it was not another.
enum Turn<Number: Lane> {
  case all
  /// Not where the mask holds.
  case opened(Number.Mask)
  case late(Number.Mask)

  /// What is remembered after a turn: what was before, in the lanes that have another.
  func taken(
    _ after: consuming TaxHistory<Number>, _ before: TaxHistory<Number>
  ) -> TaxHistory<Number> {
    switch self {
    case .all: after
    case .opened(let mask): TaxHistory.select(mask, before, after)
    case .late(let mask): TaxHistory.select(mask, after, before)
    }
  }
}

extension TaxHistory {
  /// The one where a mask holds, the other where it does not, lane by lane.
  static func select(_ mask: Number.Mask, _ yes: TaxHistory, _ no: TaxHistory) -> TaxHistory {
    var result = yes
    for place in result.gains.indices {
      result.gains[place] = FirstGain.select(
        mask, yes.gains[place], place < no.gains.count ? no.gains[place] : FirstGain())
    }
    return result
  }
}

extension Plan {
  /// Adds a step to what the taxes of a vintage remember.
  func remember(
    _ flows: Flows<Number>, _ tenant: Tenant<Number>, step: Int,
    in history: inout TaxHistory<Number>
  ) {
    guard tenant.countsProfit else { return }
    while history.gains.count < profitTaxes.count { history.gains.append(FirstGain()) }
    for place in profitTaxes.indices {
      history.gains[place].add(flows.profit, step: step, calendar)
    }
  }
}

/// The histories of those vintages that have one.
struct TaxHistories<Number: Lane> {
  private var all: [TaxHistory<Number>] = []
  /// Places in `all` that nobody has.
  private var free: [Int] = []
  /// The place in `all` by the number of a vintage; -1 for none.
  private var places: [Int] = []

  /// Whether a vintage has a history.
  func has(_ vintage: Int) -> Bool { vintage < places.count && places[vintage] >= 0 }

  /// The history of a vintage, to be given back with `keep`.
  mutating func take(_ vintage: Int) -> TaxHistory<Number> {
    var history = TaxHistory<Number>()
    if has(vintage) { swap(&history, &all[places[vintage]]) }
    return history
  }

  /// Takes a history back; one of nothing takes no place.
  mutating func keep(_ history: consuming TaxHistory<Number>, of vintage: Int) {
    if history.isEmpty {
      guard has(vintage) else { return }
      free.append(places[vintage])
      places[vintage] = -1
      return
    }
    if !has(vintage) {
      while places.count <= vintage { places.append(-1) }
      if let place = free.popLast() {
        places[vintage] = place
      } else {
        places[vintage] = all.count
        all.append(TaxHistory())
      }
    }
    all[places[vintage]] = history
  }
}
