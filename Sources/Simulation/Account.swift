/// What an amount of money is. Model 8.
public struct Account: Sendable, Hashable {
  /// Place in a posting. What belongs to a tax comes after the fixed accounts: its three levels,
  /// what is paid back of it, what is passed on of it, what each level refunds of its credits and what
  /// of it another city loses.
  public let index: UInt16

  /// What belongs to no tax, in the order of the places. What reads an account is a `switch` over
  /// `kind` without `default:`, so that a new one does not compile before it is explained.
  public enum Fixed: UInt16, Sendable, CaseIterable {
    case publicInvestment, privateInvestment, output, valueAdded, profit, payroll
    /// What firms pay for land that was not sold before.
    case landIncome
    /// What firms are paid of their own investment.
    case grants
    /// What it costs to run complete phases.
    case opex
    /// What a city hands over to its province.
    case handover
  }

  public static let publicInvestment = Account(.publicInvestment)
  public static let privateInvestment = Account(.privateInvestment)
  public static let output = Account(.output)
  public static let valueAdded = Account(.valueAdded)
  public static let profit = Account(.profit)
  public static let payroll = Account(.payroll)
  public static let landIncome = Account(.landIncome)
  public static let grants = Account(.grants)
  public static let opex = Account(.opex)
  public static let handover = Account(.handover)

  static let firstTax = UInt16(Fixed.allCases.count)
  private static let perTax: UInt16 = 9
  /// As many taxes as have accounts.
  static let mostTaxes = 5_000

  private init(index: UInt16) { self.index = index }

  private init(_ fixed: Fixed) { index = fixed.rawValue }

  private static func ofTax(_ tax: Int, _ place: Int) -> Account {
    Account(index: firstTax + UInt16(tax) * perTax + UInt16(place))
  }

  /// The part of a tax that one level of government receives.
  public static func tax(_ tax: Int, _ level: Level) -> Account { ofTax(tax, level.rawValue) }

  /// What is paid back of the local part of a tax.
  public static func rebate(_ tax: Int) -> Account { ofTax(tax, 3) }

  /// What is passed on of the local part of a tax, from one city to another: less for the one,
  /// more for the other.
  public static func transfer(_ tax: Int) -> Account { ofTax(tax, 4) }

  /// What a level refunds of the credits of a tax.
  public static func refund(_ tax: Int, _ level: Level) -> Account {
    ofTax(tax, 5 + level.rawValue)
  }

  /// What the city that a firm has left loses of the local part of a tax.
  public static func displaced(_ tax: Int) -> Account { ofTax(tax, 8) }

  /// Every account that a scenario with so many taxes can have, by place.
  static func all(taxes: Int) -> [Account] {
    (0..<firstTax + UInt16(taxes) * perTax).map { Account(index: $0) }
  }

  /// What the account is of a tax.
  public enum Part: Sendable, Hashable {
    case level(Level)
    case rebate
    case transfer
    case refund(Level)
    case displaced
  }

  /// What an account is: one of the fixed ones, or a part of the tax at a place in the plan.
  public enum Kind: Sendable {
    case fixed(Fixed)
    case tax(Int, Part)
  }

  public var kind: Kind {
    if let fixed = Fixed(rawValue: index) { return .fixed(fixed) }
    let (tax, place) = (index - Account.firstTax).quotientAndRemainder(dividingBy: Account.perTax)
    if let level = Level(rawValue: Int(place)) { return .tax(Int(tax), .level(level)) }
    if let level = Level(rawValue: Int(place) - 5) { return .tax(Int(tax), .refund(level)) }
    return .tax(Int(tax), place == 3 ? .rebate : place == 4 ? .transfer : .displaced)
  }

  /// The place of the tax in the plan and what the account is of it; nil for fixed accounts.
  public var part: (tax: Int, part: Part)? {
    guard case .tax(let tax, let part) = kind else { return nil }
    return (tax, part)
  }

  /// The tax and the level, for the part of a tax that a level receives.
  public var tax: (index: Int, level: Level)? {
    guard let (tax, part) = part, case .level(let level) = part else { return nil }
    return (tax, level)
  }

  /// The level whose share of a tax or a refund it is.
  var share: Level? {
    switch part?.part {
    case .level(let level), .refund(let level): level
    case .rebate, .transfer, .displaced, nil: nil
    }
  }

  /// The place of the tax that it belongs to in any way.
  public var instrument: Int? { part?.tax }

  /// The level of government whose money it is, where it belongs to a tax. Only local tax is paid
  /// back, passed on or lost to another city.
  public var level: Level? {
    switch part?.part {
    case .level(let level), .refund(let level): level
    case .rebate, .transfer, .displaced: .local
    case nil: nil
    }
  }
}

/// A level of government.
public enum Level: Int, Sendable, CaseIterable {
  case central, province, local

  public var name: String { "\(self)" }
}
