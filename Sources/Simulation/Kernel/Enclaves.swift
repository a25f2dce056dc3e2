/// What home and host of a park share and pay each other. Model 6, enclave.
struct EnclavePlan<Number: Lane>: Sendable {
  var name: String
  var park: Int
  /// The city to which a part is passed on.
  var home: Int
  var share: Curve<Number>
  /// Whether the share is of what rebates leave.
  var isNet: Bool
  var honour: Curve<Number>
  /// What the host pays beside the share, yuan a year; nil where nothing.
  var fixed: Curve<Number>?
  /// What the home city pays in all, yuan; nil where nothing.
  var contribution: Number?
}

/// A part of local tax that an enclave passes on.
struct PassedOn<Number: Lane> {
  /// Of 1.
  var part: Number
  /// Whether it is of what rebates leave.
  var isNet: Bool
}

extension Plan {
  /// The part of a park's local tax that each of its enclaves passes on in a window: its mean share,
  /// as far as it is honoured at the middle.
  func passedOn(by park: Int, over window: Window<Number>) -> [PassedOn<Number>] {
    parks[park].enclaves.map { index in
      let enclave = enclaves[index]
      return PassedOn(
        part: enclave.share.mean(over: window, opening: Number.zero)
          * enclave.honour.value(at: window.middle, age: Number.zero),
        isNet: enclave.isNet)
    }
  }

  // MARK: A fixed sum

  /// When a park is open: at the completion of its first phase, or ever since where it has none.
  func firstCompletion(ofPark park: Int) -> Number {
    let sites = parks[park].sites
    return sites.dropFirst().reduce(sites.first.map { self.sites[$0].complete } ?? Number.zero) {
      $0.minimum(self.sites[$1].complete)
    }
  }

  /// The part of a step in which a park is open; empty at the step's end where it is not.
  func openPart(ofPark park: Int, step: Int) -> Window<Number> {
    let start = Number(calendar.start(of: step))
    let end = Number(calendar.start(of: step + 1))
    return Window(start: start.maximum(firstCompletion(ofPark: park)).minimum(end), end: end)
  }

  /// What the host of an enclave pays beside the share in a step, yuan; nil where nothing is agreed.
  func fixedTransfer(of index: Int, step: Int) -> Number? {
    guard let fixed = enclaves[index].fixed else { return nil }
    let window = openPart(ofPark: enclaves[index].park, step: step)
    return fixed.mean(over: window, opening: Number.zero) * window.years
      * enclaves[index].honour.value(at: window.middle, age: Number.zero)
  }

  // MARK: A contribution

  /// The public money that a park's phases have spent by an instant, yuan; all of it for nil.
  func publicMoney(inPark park: Int, by instant: Double?) -> Number {
    phases.reduce(Number.zero) { sum, phase in
      guard phase.park == park else { return sum }
      return sum + (instant.map(phase.spent(by:)) ?? phase.budget) * phase.publicShare
    }
  }

  /// What the home city of an enclave has contributed by an instant, yuan: the part of its sum that
  /// the public money spent so far is of all of it. Nothing where phases spend none.
  func contributed(to index: Int, by instant: Double) -> Number {
    let park = enclaves[index].park
    guard let sum = enclaves[index].contribution else { return Number.zero }
    let whole = publicMoney(inPark: park, by: nil)
    let isSpent = Number.zero.isLess(than: whole)
    let part = publicMoney(inPark: park, by: instant) / Number.select(isSpent, whole, Number.one)
    return Number.select(isSpent, sum * part, Number.zero)
  }
}

extension Window {
  /// Its length.
  var years: Number { (end - start) / Number(12) }
}
