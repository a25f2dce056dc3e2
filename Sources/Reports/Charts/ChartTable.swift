/// What a picture shows, in figures.
extension Chart {
  /// A row for each period, step or input. Money is exact to the fen.
  var table: Table {
    var table: Table
    switch marks {
    case .curves(let curves, let periods), .areas(let curves, let periods),
      .bars(let curves, let periods):
      table = along(periods, curves)
    case .waterfall(let steps): table = self.table(of: steps)
    case .tornado(let swings, _): table = self.table(of: swings)
    case .spans(let spans): table = self.table(of: spans)
    }
    table.name = title
    return table
  }

  private func along(_ periods: [String], _ curves: [Curve]) -> Table {
    var columns = [Table.Column("period", chinese: "期间")]
    for curve in curves {
      columns.append(column(curve.name))
      guard curve.band != nil else { continue }
      for end in ["p5", "p95"] {
        columns.append(column(curve.name, end))
      }
    }
    let rows = periods.indices.map { period -> [Table.Cell] in
      [.text(periods[period])]
        + curves.flatMap { curve in
          [curve.values[period]] + (curve.band.map { [$0.low[period], $0.high[period]] } ?? [])
        }.map(cell)
    }
    return Table(columns: columns, rows: rows)
  }

  private func table(of steps: [Step]) -> Table {
    let stands = Chart.stands(steps)
    return Table(
      columns: [
        Table.Column("step", chinese: "步骤"), column(Table.Note("change", chinese: "变动")),
        column(Table.Note("stands at", chinese: "累计")),
      ],
      rows: zip(steps, stands).map { step, stand in
        [
          .text(step.name.text, chinese: step.name.chinese),
          step.isTotal ? .undefined : cell(step.amount), cell(stand.to),
        ]
      })
  }

  private func table(of spans: [Span]) -> Table {
    Table(
      columns: [
        Table.Column("input", chinese: "因素"), Table.Column("limits", chinese: "界限"),
        column(Table.Note("from", chinese: "下限")), column(Table.Note("to", chinese: "上限")),
      ],
      rows: spans.flatMap { span in
        span.parts.map { part in
          [
            .text(span.name.text, chinese: span.name.chinese), .text(span.text),
            cell(part.lowerBound), cell(part.upperBound),
          ]
        }
      })
  }

  private func table(of swings: [Swing]) -> Table {
    Table(
      columns: [
        Table.Column("input", chinese: "因素"), Table.Column("low", chinese: "低值"),
        Table.Column("high", chinese: "高值"), column(Table.Note("at low", chinese: "低值时")),
        column(Table.Note("at high", chinese: "高值时")),
      ],
      rows: swings.map { swing in
        [
          .text(swing.name.text, chinese: swing.name.chinese), .text(swing.ends.low),
          .text(swing.ends.high), cell(swing.low), cell(swing.high),
        ]
      })
  }

  /// A column of figures in the unit of the picture, all in one magnitude.
  private func column(_ name: Table.Note, _ end: String = "") -> Table.Column {
    let behind = end.isEmpty ? "" : " " + end
    return Table.Column(
      name.text + behind, chinese: name.chinese.isEmpty ? "" : name.chinese + behind, unit: unit,
      isNumeric: true, family: "figure", bases: bases)
  }

  private func cell(_ value: Double?) -> Table.Cell {
    guard let value, value.isFinite else { return .undefined }
    let fen = (value * 100).rounded(.toNearestOrEven)
    return unit == "yuan" && fen.magnitude < 9e18 ? .money(fen: Int64(fen)) : .number(value)
  }
}
