public import Diagnostics
import Ensembles
import Quantities
import Reports

extension Program {
  /// Holds the estimators of `sobol` to functions whose indices are known: `parkline ensemble
  /// --self-check`.
  public func checkSensitivity() -> Diagnostic.Exit {
    let rows = 4096
    do throws(Diagnostic) {
      let sampler = try Sampler([], method: .sobol, seed: 1, draws: rows)
      let check = SensitivityCheck(rows: rows, seed: 1) {
        sampler.uniforms(named: $0, draws: $1)
      }
      var table = Table(
        columns: [
          Table.Column("function"), Table.Column("input"), Table.Column("index"),
          Table.Column("exact", isNumeric: true), Table.Column("estimate", isNumeric: true),
          Table.Column("interval", isNumeric: false), Table.Column("holds"),
        ], keys: 3)
      for row in check.rows {
        func text(_ value: Double) -> String { NumberFormat.grouped(value, decimals: 4) }
        table.rows.append([
          .text(row.function), .text("\(row.input)"), .text(row.isTotal ? "total" : "first"),
          .text(text(row.exact)), .text(text(row.estimate.value)),
          .text("\(text(row.estimate.low)) to \(text(row.estimate.high))"),
          .text(row.holds ? "yes" : "no"),
        ])
      }
      table.notes = [
        Table.Note(
          check.holds
            ? "all \(check.rows.count) indices hold"
            : "not every index holds: this program is at fault")
      ]
      try write(TextLayout(width: session.width).render(table))
      return check.holds ? .done : .fault
    } catch {
      return report(error)
    }
  }

  /// Says what is wrong with the command line.
  public func refuse(_ problem: Diagnostic) -> Diagnostic.Exit { report(problem) }
}
