import Language
import ParkModel

/// Draws that are worked out together: the values of their parameters, and by named firm that lives or has
/// left, the share of its like that lives longer.
struct DrawBlock: Sendable {
  private(set) var points: [[String: Double]]
  private(set) var closings: [String: [Double]]

  init(points: [[String: Double]], closings: [String: [Double]]) {
    self.points = points
    self.closings = closings
  }

  var count: Int { points.count }

  /// Some of its draws.
  func part(_ places: some Sequence<Int>) -> DrawBlock {
    DrawBlock(
      points: places.map { points[$0] },
      closings: closings.mapValues { shares in places.map { shares[$0] } })
  }

  mutating func append(_ other: DrawBlock) {
    points += other.points
    for (name, shares) in other.closings { closings[name, default: []] += shares }
  }

  // MARK: Inputs

  /// What a recorded run is given: each parameter, then each firm that lives or has left, of all draws.
  func inputs(_ parameters: [UncertainParameter]) -> [[Double]] {
    parameters.map { values(of: $0) } + firms.map { closings[$0] ?? [] }
  }

  func values(of parameter: UncertainParameter) -> [Double] {
    points.map { $0[parameter.name] ?? parameter.distribution.central }
  }

  private var firms: [String] { closings.keys.sorted() }

  /// Told to a run that is recorded.
  func lanes(of parameters: [UncertainParameter]) -> [DrawLanes] {
    parameters.map { parameter in
      let lanes = DrawLanes(ofDraws: values(of: parameter))
      RunRecorder.current?.input(lanes)
      return lanes
    }
  }

  /// By firm; told to a run that is recorded.
  var lanesOfClosings: [String: DrawLanes] {
    var lanes: [String: DrawLanes] = [:]
    for name in firms {
      let shares = DrawLanes(ofDraws: closings[name] ?? [])
      RunRecorder.current?.input(shares)
      lanes[name] = shares
    }
    return lanes
  }
}

extension DrawLanes {
  /// Numbers of draws, the last of them also in the lanes that no draw has.
  fileprivate init(ofDraws numbers: [Double]) {
    let rest = max(0, DrawLanes.count - numbers.count)
    self.init(numbers + Array(repeating: numbers.last ?? 0.5, count: rest))
  }
}
