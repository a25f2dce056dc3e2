import Diagnostics
import Language
import Quantities

/// The functions of series; a new one is one row.
public enum SeriesFunctionTable {
  public static let rows: [SeriesFunctionRow] = [
    PeriodOf.row,
    DrawFunctions.chance,
    SeriesFunctionRow("cumulative", "all up to each period", givesSeries: true) { series in
      var sum = 0.0
      var isBroken = false
      return series.numbers.map { number in
        guard let number, !isBroken else {
          isBroken = true
          return .undefined(series.gap ?? "there is no value")
        }
        sum += number
        isBroken = !sum.isFinite
        return series.finite(sum, series.unit)
      }
    },
    DrawFunctions.expected,
    SeriesFunctionRow(
      "growth", "the change from the period before, as a share", givesSeries: true, isRatio: true
    ) { series in
      series.numbers.indices.map { index in
        guard index > 0 else { return .undefined("there is no period before it") }
        if let part = series.partYears[index] ?? series.partYears[index - 1] {
          return .undefined("the scenario holds only a part of a year, \(part)")
        }
        guard let before = series.numbers[index - 1], let now = series.numbers[index] else {
          return .undefined(series.gap ?? "there is no value")
        }
        guard before != 0 else { return .undefined("it was nothing in the period before") }
        return series.finite((now / before - 1) * 100, UnitTable.percent)
      }
    },
    ReturnOf.row,
    SeriesFunctionRow("max", "the largest value of all periods") { series in
      [series.whole { $0.max() }]
    },
    SeriesFunctionRow("mean", "the mean of all periods", leavesOutParts: true) { series in
      guard !series.numbers.isEmpty else { return [.undefined("there is no whole year")] }
      return [series.whole { $0.isEmpty ? nil : $0.reduce(0, +) / Double($0.count) }]
    },
    SeriesFunctionRow("min", "the smallest value of all periods") { series in
      [series.whole { $0.min() }]
    },
    PresentValueOf.row,
    DrawFunctions.quantile,
    DrawFunctions.spread,
    SeriesFunctionRow("sum", "the sum of all periods") { series in
      [series.whole { $0.reduce(0, +) }]
    },
  ]

  static func row(named name: String) -> SeriesFunctionRow? { rows.first { $0.name == name } }
}
