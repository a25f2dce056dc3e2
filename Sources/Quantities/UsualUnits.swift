/// The units in which something is usually written down, most usual first.
public enum UsualUnits {
  /// What may stand right behind a number that measures this; none where any or no unit may.
  public static func names(of dimension: Dimension) -> [String] {
    rows.first { $0.dimension == dimension }?.names ?? []
  }

  static let rows: [(dimension: Dimension, names: [String])] = [
    (.area, ["ha", "亩", "mu", "km2", "m2", "公顷", "平方米", "平方公里"]),
    (.money, ["万元", "亿元", "M yuan", "bn yuan", "yuan", "元"]),
    (.time, ["y", "months", "days", "h", "min", "年", "个月", "天", "小时", "分钟"]),
    (Dimension(mass: 1), ["t", "吨"]),
    (Dimension(energy: 1), ["tce", "吨标准煤"]),
    (Dimension(work: 1), ["job-years", "人年"]),
    (
      Dimension(money: 1, time: -1),
      ["万元/year", "亿元/year", "M yuan/year", "bn yuan/year", "yuan/year"]
    ),
    (Dimension(money: 1, area: -1), ["万元/亩", "yuan/m2", "元/平方米", "亿元/km2"]),
    (Dimension(money: 1, area: -1, time: -1), ["万元/亩/year", "yuan/m2/year", "元/平方米/年"]),
    (Dimension(area: -1), ["/ha", "/亩", "/mu", "/km2"]),
    (Dimension(money: -1), ["/百万元", "/亿元", "/万元"]),
    (Dimension(money: -1, energy: 1), ["tce/万元"]),
    (Dimension(energy: -1, mass: 1), ["tCO2/tce"]),
    (Dimension(time: -1, mass: 1), ["t/year", "吨/年"]),
    (Dimension(time: -1, energy: 1), ["tce/year"]),
  ]
}
