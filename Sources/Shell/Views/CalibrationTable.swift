import Analysis
import Diagnostics
import Reports

/// Numbers that were found from facts.
enum CalibrationTable {
  /// A row for each number: its range, what was found, and how far facts are missed beside that.
  static func table(_ found: Calibration) -> Table {
    var table = Table(columns: [
      Table.Column("number", chinese: "参数"), Table.Column("found", chinese: "求得", isNumeric: true),
      Table.Column("from", chinese: "下限", isNumeric: true),
      Table.Column("to", chinese: "上限", isNumeric: true),
      Table.Column("error 10 % lower", chinese: "降低10%的误差", isNumeric: true),
      Table.Column("error 10 % higher", chinese: "提高10%的误差", isNumeric: true),
    ])
    func share(_ value: Double?) -> Table.Cell {
      value.map { .measured(Table.Measured($0, "share", digits: 3)) } ?? .undefined
    }
    for (index, number) in found.numbers.enumerated() {
      table.rows.append([
        .input(number.name), .text(number.text(found.values[index])),
        .text(number.text(number.low)),
        .text(number.text(number.high)), share(found.lower[index]), share(found.higher[index]),
      ])
    }
    return table
  }

  /// How well the facts are met, and what they do not say.
  static func sentences(_ found: Calibration, _ style: FigureStyle) -> [Sentence] {
    func percent(_ share: Double) -> String {
      style.text(Table.Measured(share, "share", digits: 3))
    }
    let facts: Sentence =
      found.factCount == 1 ? "1 fact is" : "\(found.factCount) facts are"
    var lines: [Sentence] = [
      found.before.map {
        "\(facts) missed by \(percent(found.after)) (root mean square), and by \(percent($0)) as the scenario stands; \(found.runs) runs"
      } ?? "\(facts) missed by \(percent(found.after)) (root mean square); \(found.runs) runs"
    ]
    let unseen = Set(found.blind.flatMap(\.names))
    for (number, value) in zip(found.numbers, found.values)
    where (value == number.low || value == number.high) && !unseen.contains(number.name) {
      lines.append(
        value == number.low
          ? "`\(number.name)` is at the lower end of its range: the facts ask for less"
          : "`\(number.name)` is at the upper end of its range: the facts ask for more")
    }
    for blind in found.blind {
      let names = blind.names.map { "`\($0)`" }
      lines.append(
        names.count == 1
          ? "the facts say nothing of \(names[0]): across its whole range it moves none by more than \(percent(blind.most))"
          : "the facts do not tell \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]) apart: together they can go across their whole ranges and move none by more than \(percent(blind.most))"
      )
    }
    if let other = found.other, found.blind.isEmpty {
      let statements = zip(found.numbers, other).map { $0.statement($1) }
      lines.append("the facts are met as well by `\(statements.joined(separator: "; "))`")
    }
    if found.factCount == found.numbers.count {
      lines.append("there are as many numbers as facts: that they are met proves nothing")
    }
    return lines
  }
}
