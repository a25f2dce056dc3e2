public import Diagnostics
public import Ensembles
public import Language
public import Quantities
import Simulation

/// What is known of one figure over all draws.
public struct DrawColumn: Sendable {
  public private(set) var statistics: ColumnStatistics
  /// What each draw has, in their order, where there is room for it; nil in it where a draw has none.
  public private(set) var values: [Double?]?

  init(memory: Int, keepsValues: Bool) {
    statistics = ColumnStatistics(memory: memory)
    values = keepsValues ? [] : nil
  }

  /// Adds the next draw.
  mutating func add(_ value: DrawAnswer.Value, draw: Int) {
    switch value {
    case .number(let number) where number.isFinite:
      statistics.add(number, draw: draw)
      values?.append(number)
    case .number: addMissing("it is more than a number can say", draw: draw)
    case .none(let reason): addMissing(reason, draw: draw)
    }
  }

  /// Adds the numbers of draws that follow each other, all of them finite.
  mutating func add(_ numbers: [Double], firstDraw: Int) {
    statistics.add(numbers, firstDraw: firstDraw)
    values?.append(contentsOf: numbers)
  }

  mutating func addMissing(_ reason: String, draw: Int) {
    statistics.addMissing(reason, draw: draw)
    values?.append(nil)
  }
}

/// The answers of all draws to a question.
public struct DrawColumns: Sendable {
  /// Nil where no draw has a number.
  public private(set) var unit: Unit?
  public private(set) var isMoney = false
  /// The periods, where there is a value for each; nil for one value.
  public private(set) var periods: [Range<Int>]?
  private(set) var parts: [DrawAnswer.Part] = []
  /// By part and period.
  private(set) var columns: [[DrawColumn]] = []
  public private(set) var remarks: [Sentence] = []
  private let addsUp: Bool
  private let memory: Int
  private let keepsValues: Bool
  /// How many draws were added, also those that say nothing.
  private var count = 0

  init(addsUp: Bool, memory: Int, keepsValues: Bool) {
    self.addsUp = addsUp
    self.memory = memory
    self.keepsValues = keepsValues
  }

  // MARK: Adding

  /// Adds the answer of the next draw.
  mutating func add(_ answer: DrawAnswer, draw: Int) {
    periods = answer.periods ?? periods
    isMoney = isMoney || answer.isMoney
    for remark in answer.remarks where !remarks.contains(remark) { remarks.append(remark) }
    let factor = factor(to: answer.unit)
    let width = answer.values.first?.count ?? 0
    for part in answer.parts where !parts.contains(part) {
      parts.append(part)
      columns.append((0..<width).map { _ in missed(before: count) })
    }
    for (index, part) in parts.enumerated() {
      let own = answer.parts.firstIndex(of: part)
      for period in columns[index].indices {
        let value = own.map { answer.values[$0][period] } ?? absent
        columns[index][period].add(scaled(value, by: factor), draw: draw)
      }
    }
    count += 1
  }

  /// Adds the answers of draws that follow each other: those of one shape column by column.
  mutating func add(_ answers: [DrawAnswer], firstDraw: Int) {
    guard let first = answers.first else { return }
    add(first, draw: firstDraw)
    let rest = answers.dropFirst()
    let isAlike = rest.allSatisfy {
      $0.parts == parts && $0.unit == first.unit && $0.values.count == columns.count
        && zip($0.values, columns).allSatisfy { $0.count == $1.count }
    }
    guard isAlike, factor(to: first.unit) == 1 else {
      for (index, answer) in rest.enumerated() { add(answer, draw: firstDraw + 1 + index) }
      return
    }
    for answer in rest {
      isMoney = isMoney || answer.isMoney
      for remark in answer.remarks where !remarks.contains(remark) { remarks.append(remark) }
    }
    for part in columns.indices {
      for period in columns[part].indices {
        let values = rest.map { $0.values[part][period] }
        let numbers = values.compactMap(\.finite)
        if numbers.count == values.count {
          columns[part][period].add(numbers, firstDraw: firstDraw + 1)
        } else {
          for (index, value) in values.enumerated() {
            columns[part][period].add(value, draw: firstDraw + 1 + index)
          }
        }
      }
    }
    count += rest.count
  }

  /// Adds draws that follow each other: what they have in each period, of one part, as the first of them
  /// answers.
  mutating func add(_ numbers: [[Double]], like first: DrawAnswer, firstDraw: Int) {
    add(first, draw: firstDraw)
    let rest = numbers.map { Array($0.dropFirst()) }
    guard let most = rest.first?.count, most > 0 else { return }
    guard parts == first.parts, factor(to: first.unit) == 1 else {
      for place in 0..<most {
        var answer = first
        answer.values = [rest.map { .number($0[place]) }]
        add(answer, draw: firstDraw + 1 + place)
      }
      return
    }
    for (period, column) in rest.enumerated() {
      columns[0][period].add(column, firstDraw: firstDraw + 1)
    }
    count += most
  }

  /// Adds a draw that could not be run.
  mutating func addFailure(_ reason: String, draw: Int) {
    for part in columns.indices {
      for period in columns[part].indices {
        columns[part][period].addMissing(reason, draw: draw)
      }
    }
    count += 1
  }

  /// A column of a part that no draw had before.
  private func missed(before count: Int) -> DrawColumn {
    var column = DrawColumn(memory: memory, keepsValues: keepsValues)
    for draw in 0..<count { column.add(absent, draw: draw) }
    return column
  }

  private var absent: DrawAnswer.Value { addsUp ? .number(0) : .none("it is not there") }

  /// What an answer's numbers are multiplied by to be in the unit of the first; nil where they cannot be.
  private mutating func factor(to other: Unit?) -> Double? {
    guard let other else { return 1 }
    guard let unit else {
      unit = other
      return 1
    }
    return unit == other ? 1 : Quantity(1, other).value(in: unit)
  }

  private func scaled(_ value: DrawAnswer.Value, by factor: Double?) -> DrawAnswer.Value {
    guard case .number(let number) = value, factor != 1 else { return value }
    return factor.map { .number(number * $0) } ?? .none("it is in another unit")
  }

  // MARK: Asking

  /// The column of one value, or of a period.
  public func column(part: Int = 0, period: Int = 0) -> DrawColumn? {
    columns.indices.contains(part) && columns[part].indices.contains(period)
      ? columns[part][period] : nil
  }

  /// Whether its numbers are fen, of which there are no parts.
  public var isInFen: Bool { unit == UnitTable.known("fen") }

  /// A statistic of one value.
  public func scalar(_ statistic: Statistic) -> Scalar {
    guard let column = column() else { return .undefined("no draw has it") }
    guard let value = column.statistics.value(of: statistic) else {
      return .undefined(
        column.statistics.count == 1
          ? "one draw has no spread" : column.statistics.whyNot)
    }
    let unit = unit ?? .one
    let isFen = unit == UnitTable.known("fen")
    return .number(Quantity(isFen ? value.rounded(.toNearestOrEven) : value, unit))
  }

  /// A statistic as the figures of a table.
  public func series(_ statistic: Statistic) -> FigureSeries {
    series { $0.value(of: statistic) }
  }

  /// Something of the draws as the figures of a table.
  func series(_ value: (ColumnStatistics) -> Double?) -> FigureSeries {
    FigureSeries(
      unit: unit?.text ?? "",
      series: zip(parts, columns).map { part, columns in
        Series(
          part: part.name, isRemainder: part.isRemainder,
          figures: columns.map { figure(value($0.statistics), $0.statistics) })
      }, remarks: remarks)
  }

  private func figure(_ value: Double?, _ statistics: ColumnStatistics) -> Figure {
    guard let value else {
      return .undefined(
        statistics.count == 1 ? "one draw has no spread" : statistics.whyNot)
    }
    let fen = (value * 100).rounded(.toNearestOrEven)
    return isMoney && fen.magnitude < 9e18 ? .money(fen: Int64(fen)) : .number(value)
  }

  /// In how many draws that were run some figure has no value, at most, and why in the first.
  public var missing: (count: Int, reason: String)? {
    var most: (count: Int, reason: String)?
    for column in columns.joined() {
      guard column.statistics.missing > most?.count ?? 0, let reason = column.statistics.reason
      else {
        continue
      }
      most = (column.statistics.missing, reason)
    }
    return most
  }

  /// The largest error of a quantile's rank, as a part of all draws; 0 while every value is kept.
  public var rankError: Double { columns.joined().map(\.statistics.rankError).max() ?? 0 }
}

extension ColumnStatistics {
  /// Why the first draw without a value has none.
  var reason: String? { firstMissing?.reason }
}

extension ColumnStatistics {
  /// Why there is no value of any draw.
  var whyNot: Sentence { reason.map(Sentence.init(said:)) ?? "no draw has it" }
}
