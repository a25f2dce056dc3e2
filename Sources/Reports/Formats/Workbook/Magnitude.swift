extension Workbook {
  /// What the money of a sheet is counted in where it is not yuan.
  public enum Magnitude: Sendable, CaseIterable {
    /// 万元.
    case tenThousand
    /// M yuan, 百万元.
    case million
    /// 亿元.
    case hundredMillion

    /// The decimal places by which yuan are moved.
    var places: Int {
      switch self {
      case .tenThousand: 4
      case .million: 6
      case .hundredMillion: 8
      }
    }

    var power: Double { (0..<places).reduce(1) { power, _ in power * 10 } }

    /// As headings have it; 万 and 亿 are in 元 whatever their language is.
    func unit(_ language: FigureStyle.Language) -> String {
      switch self {
      case .tenThousand: "万元"
      case .million: language == .chinese ? "百万元" : "M yuan"
      case .hundredMillion: "亿元"
      }
    }
  }
}
