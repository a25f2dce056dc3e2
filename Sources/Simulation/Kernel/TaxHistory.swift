/// What the taxes of a vintage remember of the steps before. Model 6.
struct TaxHistory<Number: Lane> {
  /// The credit that stands, yuan, by place in `Plan.creditTaxes`; empty for none.
  var credits: [Number] = []
  /// 1 in the lanes that have credits or losses; nil where that is not known.
  var known: Number?
  /// Losses that are kept, by place in `Plan.profitTaxes`; empty for none.
  var losses: [KeptLosses<Number>] = []
  /// When taxable profit began, by place in `Plan.profitTaxes`; empty where nothing counts from there.
  var gains: [FirstGain<Number>] = []

  /// Whether nothing is remembered.
  var isEmpty: Bool {
    gains.isEmpty && losses.allSatisfy(\.isEmpty) && !credits.contains { $0.isSomething }
  }

  /// Notes 1 in the lanes that have credits or losses.
  func mark(in apart: inout Number) {
    if let known {
      apart = apart.isSomething ? apart.maximum(known) : known
      return
    }
    for credit in credits {
      apart = Number.select(credit.isEqual(to: Number.zero), apart, Number.one)
    }
    for kept in losses { kept.mark(in: &apart) }
  }

  /// The one where a mask holds, the other where it does not, lane by lane.
  static func select(_ mask: Number.Mask, _ yes: TaxHistory, _ no: TaxHistory) -> TaxHistory {
    func each<Part>(
      _ one: [Part], _ other: [Part], _ none: Part, _ select: (Part, Part) -> Part
    ) -> [Part] {
      (0..<max(one.count, other.count)).map { place in
        select(
          place < one.count ? one[place] : none, place < other.count ? other[place] : none)
      }
    }
    var result = TaxHistory()
    result.credits = each(yes.credits, no.credits, Number.zero) { Number.select(mask, $0, $1) }
    result.losses = each(yes.losses, no.losses, KeptLosses()) {
      KeptLosses.select(mask, $0, $1)
    }
    result.gains = each(yes.gains, no.gains, FirstGain()) { FirstGain.select(mask, $0, $1) }
    return result
  }
}

/// The lanes in which a vintage has its turn: where it opens within a step in some of them, those
/// where it was open have theirs first, and those where it was not another.
enum Turn<Number: Lane> {
  case all
  /// Not where the mask holds.
  case opened(Number.Mask)
  case late(Number.Mask)

  /// What the lanes of a turn remember; nothing in the others.
  func begun(_ history: consuming TaxHistory<Number>) -> TaxHistory<Number> {
    switch self {
    case .all: history
    case .opened(let mask): TaxHistory.select(mask, TaxHistory(), history)
    case .late(let mask): TaxHistory.select(mask, history, TaxHistory())
    }
  }

  /// What is remembered after a turn: what was before, in the lanes that have another.
  func ended(
    _ after: consuming TaxHistory<Number>, _ before: TaxHistory<Number>?
  ) -> TaxHistory<Number> {
    guard let before else { return after }
    switch self {
    case .all: return after
    case .opened(let mask): return TaxHistory.select(mask, before, after)
    case .late(let mask): return TaxHistory.select(mask, after, before)
    }
  }

  var isOfAll: Bool {
    if case .all = self { return true }
    return false
  }
}

extension TaxHistory {
  /// Leaves the losses of those who live on.
  mutating func fade(_ passage: Passage<Number>) {
    guard losses.contains(where: { !$0.isEmpty }) else { return }
    let kept = passage.kept
    for place in losses.indices { losses[place].fade(to: kept) }
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

  /// Notes 1 in the lanes in which a vintage has credits or losses.
  func mark(_ vintage: Int, in apart: inout Number) {
    if has(vintage) { all[places[vintage]].mark(in: &apart) }
  }

  /// The history of a vintage, to be given back with `keep`.
  mutating func take(_ vintage: Int) -> TaxHistory<Number> {
    var history = TaxHistory<Number>()
    if has(vintage) { swap(&history, &all[places[vintage]]) }
    history.known = nil
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
