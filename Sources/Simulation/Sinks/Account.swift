import ParkModel

/// What an amount of money is. Model 8.
public struct Account: Sendable, Hashable {
  /// Place in a posting. What belongs to a tax comes after the fixed accounts: its levels,
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
    /// What of land income has to be spent elsewhere.
    case setAside
    /// What an enclave's home city pays towards the park: less for the home, more for the host.
    case contribution
    /// What an enclave's host pays a year beside any share: less for the host, more for the home.
    case fixedTransfer
  }

  /// What it is where it belongs to no tax.
  public var fixed: Fixed? { Fixed(rawValue: index) }

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
  public static let setAside = Account(.setAside)
  public static let contribution = Account(.contribution)
  public static let fixedTransfer = Account(.fixedTransfer)

  static let firstTax = UInt16(Fixed.allCases.count)
  /// Where what is no share of a tax stands among its accounts: behind as many levels as there may be.
  private static let rebatePlace = Levels.most
  private static let transferPlace = Levels.most + 1
  private static let firstRefund = Levels.most + 2
  private static let displacedPlace = 2 * Levels.most + 2
  private static let perTax = UInt16(2 * Levels.most + 3)
  /// As many taxes as have accounts.
  static let mostTaxes = 5_000

  private init(index: UInt16) { self.index = index }

  private init(_ fixed: Fixed) { index = fixed.rawValue }

  private static func ofTax(_ tax: Int, _ place: Int) -> Account {
    Account(index: firstTax + UInt16(tax) * perTax + UInt16(place))
  }

  /// The part of a tax that one level of government receives.
  public static func tax(_ tax: Int, _ level: Level) -> Account { ofTax(tax, level.place) }

  /// What is paid back of the local part of a tax.
  public static func rebate(_ tax: Int) -> Account { ofTax(tax, rebatePlace) }

  /// What is passed on of the local part of a tax, from one city to another: less for the one,
  /// more for the other.
  public static func transfer(_ tax: Int) -> Account { ofTax(tax, transferPlace) }

  /// What a level refunds of the credits of a tax.
  public static func refund(_ tax: Int, _ level: Level) -> Account {
    ofTax(tax, firstRefund + level.place)
  }

  /// What the city that a firm has left loses of the local part of a tax.
  public static func displaced(_ tax: Int) -> Account { ofTax(tax, displacedPlace) }

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
    if let fixed { return .fixed(fixed) }
    let (tax, place) = (index - Account.firstTax).quotientAndRemainder(dividingBy: Account.perTax)
    switch Int(place) {
    case Account.rebatePlace: return .tax(Int(tax), .rebate)
    case Account.transferPlace: return .tax(Int(tax), .transfer)
    case Account.displacedPlace: return .tax(Int(tax), .displaced)
    case let place where place < Levels.most: return .tax(Int(tax), .level(Level(place: place)))
    case let place: return .tax(Int(tax), .refund(Level(place: place - Account.firstRefund)))
    }
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

  /// Whether one city's is told from another's: what they pay each other, and lose to each other.
  var isAmongCities: Bool {
    switch part?.part {
    case .transfer, .displaced: true
    case .level, .rebate, .refund: false
    case nil: self == .contribution || self == .fixedTransfer
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

/// A level of government, by its place among as many as there may be: the last is the one whose budget
/// a park belongs to, however many there are above it.
public struct Level: Sendable, Hashable {
  let place: Int

  /// That of the city, county or municipality.
  public static let local = Level(place: Levels.most - 1)

  init(place: Int) { self.place = place }

  /// One of so many, from the nation down.
  init(_ index: Int, of count: Int) { place = Levels.most - count + index }

  /// Its place among so many; negative where it is none of them.
  func index(of count: Int) -> Int { place + count - Levels.most }
}
