import Glibc

/// The equations of the model by the names that a proof gives them, from Docs/Model.md.
enum Equations {
  /// What an equation makes of its parts; nil for one that is unknown or has other parts.
  static func value(_ name: String, _ parts: [Double]) -> Double? {
    switch (name, parts.count) {
    case ("agglomeration", 4):
      return min(parts[3], pow(max(parts[0], parts[1]) / parts[1], parts[2]))
    case ("earning", 2): return parts[0] > 0 ? (parts[0] - parts[1]) / (1 - parts[1]) : 0
    case ("effect", 2): return 1 + parts[0] * parts[1]
    case ("excess", 3): return max(0, parts[0] + parts[1] - parts[2])
    case ("exponential", 1): return exp(parts[0])
    case ("felt", 2): return parts[0] < 0 ? 0 : 1 - exp2(-parts[0] / parts[1])
    case ("growth", 2): return pow(1 + parts[0], parts[1])
    case ("input", 3):
      let (share, buildings, equipment) = (parts[0], parts[1], parts[2])
      return share * buildings / (1 + buildings) + (1 - share) * equipment / (1 + equipment)
    case ("link", 3): return 1 + parts[0] * parts[1] * parts[2]
    case ("part", 2): return 1 - pow(1 - parts[0], parts[1])
    case ("rail", 3): return exp(parts[0] * parts[1] + parts[2])
    case ("ramp", 4):
      let speed = log((1 - parts[0]) / (1 - parts[2])) / parts[1]
      return 1 - (1 - parts[0]) * exp(-speed * parts[3])
    case ("remainder", 2...): return max(0, parts.dropFirst().reduce(parts[0]) { $0 - $1 })
    case ("rest", 2):
      let rest = parts[0] - parts[1]
      return abs(rest) < 1e-12 * max(parts[0], parts[1]) ? 0 : rest
    case ("s-curve", 1): return parts[0] * parts[0] * (3 - 2 * parts[0])
    case ("survival", 2): return exp(-parts[0] * parts[1])
    case ("uplift", 1): return exp(parts[0]) - 1
    case ("vat-share", 3): return max(0, (1 - parts[1] * (1 - parts[0])) * (1 - parts[2]))
    default: return nil
    }
  }

  /// What a function of the language makes of numbers; nil for one that is unknown.
  static func function(_ name: String, _ parts: [Double]) -> Double? {
    guard let first = parts.first else { return name == "sum" ? 0 : nil }
    switch name {
    case "sum": return parts.reduce(0) { $0 + $1 }
    case "mean": return parts.reduce(0) { $0 + $1 } / Double(parts.count)
    case "min": return parts.dropFirst().reduce(first) { Swift.min($0, $1) }
    case "max": return parts.dropFirst().reduce(first) { Swift.max($0, $1) }
    case "growth" where parts.count == 2: return (parts[1] / first - 1) * 100
    case "at" where parts.count == 1: return first
    case "exp" where parts.count == 1: return exp(first)
    case "ln" where parts.count == 1: return log(first)
    case "sqrt" where parts.count == 1: return first.squareRoot()
    default: return nil
    }
  }

  /// Whether two results agree but for the last digits of e to a power and the like.
  static func agree(_ a: Double, _ b: Double) -> Bool {
    a == b || abs(a - b) <= 1e-12 * max(1, abs(a), abs(b))
  }
}
