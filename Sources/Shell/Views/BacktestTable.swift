import Analysis
import Diagnostics
import Quantities
import Reports
import Simulation

/// Facts beside a run.
enum BacktestTable {
  /// A row for each fact: what was reported, what the run has, and how far that is off.
  static func facts(_ backtest: Backtest) -> Table {
    let holdsOut = backtest.rows.contains(where: \.isHeldOut)
    var table = Table(columns: [
      Table.Column("fact", chinese: "事实"),
      Table.Column("reported", chinese: "报道值", isNumeric: true),
      Table.Column("model", chinese: "模型值", isNumeric: true),
      Table.Column("difference", chinese: "差额", isNumeric: true),
      Table.Column("in percent", chinese: "差率", isNumeric: true),
    ])
    if holdsOut { table.columns.append(Table.Column("held out", chinese: "留作检验")) }
    for row in backtest.rows {
      let reported = row.fact.value
      let unit = row.fact.request.metric?.unit ?? ""
      func cell(_ value: Double?, isSigned: Bool = false) -> Table.Cell {
        value.map { FactCell.cell($0, of: reported, unit, isSigned: isSigned) } ?? .undefined
      }
      let label = row.fact.label + (row.fact.isImplied ? " *" : "")
      table.rows.append(
        [
          .text(label), cell(reported.value), cell(row.model),
          cell(row.model.map { $0 - reported.value }, isSigned: true),
          row.error.map { .measured(Table.Measured($0, "share", isSigned: true)) } ?? .undefined,
        ] + (holdsOut ? [.text(row.isHeldOut ? "yes" : "", chinese: row.isHeldOut ? "是" : "")] : [])
      )
    }
    if backtest.rows.contains(where: \.fact.isImplied) {
      table.remark([
        Table.Note("* follows from the `yoy` of a later year", chinese: "* 由下一年的同比推算")
      ])
    }
    for row in backtest.rows {
      if let reason = row.reason {
        table.remark([Table.Note("\(row.fact.label): \(said: reason)")])
      }
    }
    return table
  }

  /// A row for each metric: how far it is off in the mean.
  static func errors(_ backtest: Backtest) -> Table {
    let holdsOut = backtest.rows.contains(where: \.isHeldOut)
    var table = Table(
      columns: [Table.Column("errors", chinese: "误差")], keys: holdsOut ? 2 : 1)
    if holdsOut { table.columns.append(Table.Column("held out", chinese: "留作检验")) }
    table.columns += [
      Table.Column("facts", chinese: "事实数", isNumeric: true),
      Table.Column("mean error", chinese: "平均绝对误差", isNumeric: true),
      Table.Column("bias", chinese: "偏差", isNumeric: true),
    ]
    for errors in backtest.errors {
      table.rows.append(
        [.text(errors.metric)]
          + (holdsOut
            ? [.text(errors.isHeldOut ? "yes" : "", chinese: errors.isHeldOut ? "是" : "")] : [])
          + [
            .number(Double(errors.count)), .measured(Table.Measured(errors.size, "share")),
            .measured(Table.Measured(errors.bias, "share", isSigned: true)),
          ])
    }
    return table
  }
}
