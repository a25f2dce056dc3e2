import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities
import Reports

/// What `discover` answers.
extension DiscoverCommand {
  /// `box at step 26 of 48: …`, coverage and density in words.
  static func sentence(of box: FoundBox, _ found: Found) -> Sentence {
    let data = found.discovery.data
    let chosen = box.chosen
    let (coverage, density) = (text(chosen.coverage(data)), text(chosen.density))
    let (count, all) = (chosen.restricted.count, data.inputs.count)
    let last = box.search.path.count - 1
    return found.boxes.count == 1
      ? "step \(box.step) of \(last), \(count) of \(all) inputs: coverage \(coverage) of `\(found.label)`, density \(density)"
      : "box \(box.number), step \(box.step) of \(last), \(count) of \(all) inputs: coverage \(coverage) of `\(found.label)`, density \(density)"
  }

  /// A share as people read it: `98.3 %`.
  private static func text(_ share: Double) -> String {
    NumberFormat.shortest((share * 1000).rounded() / 10) + " %"
  }

  private static func percent(_ share: Double) -> Table.Cell {
    .number(LiteralForm.tidy((share * 1e5).rounded() / 1e3))
  }

  /// What a share is printed as in tables for people.
  private static func column(_ heading: String, _ chinese: String) -> Table.Column {
    Table.Column(heading, chinese: chinese, unit: "%", isNumeric: true, family: "shares")
  }

  // MARK: Limits

  /// The inputs that boxes restrict, one below the other.
  static func limitTable(_ found: Found, isForFiles: Bool) -> Table {
    let hasSeveral = found.boxes.count > 1 || isForFiles
    var table = Table(
      columns: (hasSeveral ? [Table.Column("box", chinese: "箱体", isNumeric: true)] : []) + [
        Table.Column("input", chinese: "因素"), Table.Column("from", chinese: "下限", isNumeric: true),
        Table.Column("to", chinese: "上限", isNumeric: true),
        Table.Column("least", chinese: "最小", isNumeric: true),
        Table.Column("most", chinese: "最大", isNumeric: true),
        Table.Column("chance from", chinese: "下限的偶然概率", isNumeric: true),
        Table.Column("chance to", chinese: "上限的偶然概率", isNumeric: true),
      ], keys: hasSeveral ? 2 : 1)
    if isForFiles {
      table.columns.insert(Table.Column("unit", chinese: "单位"), at: 6)
      table.columns += [
        Table.Column("draws", chinese: "抽样", isNumeric: true), column("coverage", "覆盖率"),
        column("density", "密度"),
      ]
    }
    for box in found.boxes {
      let chances = box.search.chances(of: box.chosen)
      for (input, chance) in zip(box.chosen.restricted, chances) {
        var row: [Table.Cell] = hasSeveral ? [.number(Double(box.number))] : []
        row.append(name(of: found.discovery.inputs[input]))
        let ends = ends(of: box.chosen, input, found.discovery)
        row += ends.cells
        if isForFiles { row.append(.text(ends.unit)) }
        row += [chance.lower, chance.upper].map { self.chance($0, isForFiles: isForFiles) }
        if isForFiles {
          let data = found.discovery.data
          row += [
            .number(Double(box.chosen.count)), percent(box.chosen.coverage(data)),
            percent(box.chosen.density),
          ]
        }
        table.rows.append(row)
      }
      let idle = zip(box.chosen.restricted, chances).filter { _, chance in
        [chance.lower, chance.upper].contains { ($0 ?? 0) > BoxSearch.significant }
      }.map { "`\(found.discovery.inputs[$0.0].name)`" }
      if !idle.isEmpty {
        table.remark([
          Table.Note(
            "a limit of \(idle.joined(separator: ", ")) does what chance would in more than one of twenty cases: a step before it may do"
          )
        ])
      }
    }
    table.remark(found.notes)
    return table
  }

  private static func name(of input: Discovery.Input) -> Table.Cell {
    switch input.kind {
    case .parameter: .input(input.name)
    case .closing: .text("\(input.name) outlived by", chinese: "寿命超过 \(input.name) 的同类占比")
    }
  }

  /// From, to, least and most; an end that the box leaves alone is none.
  private static func ends(
    of box: Box, _ input: Int, _ discovery: Discovery
  ) -> (cells: [Table.Cell], unit: String) {
    let unit: String
    var factor = 1.0
    switch discovery.inputs[input].kind {
    case .parameter(let parameter): unit = parameter.distribution.unit.text
    case .closing: (unit, factor) = ("%", 100)
    }
    func cell(_ value: Double) -> Table.Cell {
      .measured(Table.Measured(discovery.rounded(value, of: input) * factor, unit))
    }
    switch (box.limits[input], discovery.data.whole[input]) {
    case (.range(let low, let high), .range(let least, let most)):
      return (
        [
          low > least ? cell(low) : .undefined, high < most ? cell(high) : .undefined, cell(least),
          cell(most),
        ], unit
      )
    case (.kinds(let kinds), .kinds(let all)):
      let texts = kinds.map { Discovery.literal($0, of: discovery.inputs[input]) }
      return (
        [
          .text(texts.joined(separator: ", ")), .undefined, cell(all.first ?? 0),
          cell(all.last ?? 0),
        ], unit
      )
    default: return ([.undefined, .undefined, .undefined, .undefined], unit)
    }
  }

  private static func chance(_ value: Double?, isForFiles: Bool) -> Table.Cell {
    guard let value else { return .undefined }
    if isForFiles { return .number(value) }
    return value < 0.001 ? .text("< 0.001") : .number((value * 1000).rounded() / 1000)
  }

  // MARK: Steps

  /// The steps that led to a box; all of them where none are chosen.
  static func pathTable(_ found: Found, _ box: FoundBox, steps: [Int]?) -> Table {
    let data = found.discovery.data
    var table = Table(columns: [
      Table.Column("step", chinese: "步骤", isNumeric: true),
      Table.Column("inputs", chinese: "因素数", isNumeric: true),
      Table.Column("draws", chinese: "抽样", isNumeric: true), column("coverage", "覆盖率"),
      column("density", "密度"), Table.Column("restricted", chinese: "受限因素", widest: 40),
    ])
    let path = box.search.path
    for index in steps ?? Array(path.indices) {
      let own = path[index]
      let names = own.restricted.map { found.discovery.inputs[$0].name }
      table.rows.append([
        .number(Double(index)), .number(Double(own.restricted.count)), .number(Double(own.count)),
        percent(own.coverage(data)), percent(own.density),
        .text(names.joined(separator: ", ")),
      ])
    }
    if let steps, steps.count < path.count {
      table.remark([
        Table.Note(
          "\(path.count - steps.count) more steps: `path` shows them, and `box N` takes one")
      ])
    }
    return table
  }

  // MARK: Tree

  /// What a tree makes of the same draws.
  static func treeTable(_ found: Found) -> Table {
    let data = found.discovery.data
    var table = Table(columns: [
      Table.Column("a tree says", chinese: "决策树的看法", widest: 60),
      Table.Column("draws", chinese: "抽样", isNumeric: true), column("coverage", "覆盖率"),
      column("density", "密度"),
    ])
    for box in found.tree.boxes {
      let parts = box.restricted.map { limit(box, $0, found.discovery) }
      func text(_ part: KeyPath<Table.Note, String>) -> String {
        parts.isEmpty ? "–" : parts.map { $0[keyPath: part] }.joined(separator: ", ")
      }
      table.rows.append([
        .text(text(\.text), chinese: text(\.chinese)), .number(Double(box.count)),
        percent(box.coverage(data)), percent(box.density),
      ])
    }
    if found.tree.boxes.isEmpty {
      table.remark(["a tree finds no part in which it is so in more than half of the draws"])
    }
    return table
  }

  /// `slow > 1.2y`, as one types it.
  static func limit(_ box: Box, _ input: Int, _ discovery: Discovery) -> Table.Note {
    let own = discovery.inputs[input]
    let text = words(box, input, discovery)
    switch own.kind {
    case .parameter: return Table.Note("\(own.name) \(text)", chinese: "\(own.name) \(text)")
    case .closing:
      return Table.Note(
        "\(own.name) outlived by \(text)", chinese: "寿命超过 \(own.name) 的同类占比 \(text)")
    }
  }

  private static func words(_ box: Box, _ input: Int, _ discovery: Discovery) -> String {
    func text(_ value: Double) -> String {
      Discovery.literal(discovery.rounded(value, of: input), of: discovery.inputs[input])
    }
    switch (box.limits[input], discovery.data.whole[input]) {
    case (.range(let low, let high), .range(let least, let most)):
      if low <= least { return "<= \(text(high))" }
      if high >= most { return "> \(text(low))" }
      return "\(text(low))..\(text(high))"
    case (.kinds(let kinds), _):
      let texts = kinds.map { Discovery.literal($0, of: discovery.inputs[input]) }
      return texts.count == 1 ? "== \(texts[0])" : "[\(texts.joined(separator: ", "))]"
    default: return ""
    }
  }

  // MARK: Notes

  static func notes(
    _ discovery: Discovery, _ boxes: [FoundBox], _ words: DiscoverWords,
    _ settings: EnsembleSettings
  ) -> [Table.Note] {
    let data = discovery.data
    var notes = discovery.remarks.map { Table.Note($0) }
    let all = NumberFormat.grouped(Double(data.count), decimals: 0)
    let hits = NumberFormat.grouped(Double(data.hits), decimals: 0)
    notes.append(
      words.request == nil
        ? Table.Note("\(hits) of \(all) draws could not be run")
        : Table.Note("`\(words.label)` holds in \(hits) of \(all) draws"))
    notes.append(Table.Note(discovery.count.sentence(settings)))
    if discovery.missing > 0 {
      notes.append(
        discovery.missing == 1
          ? "one draw has no value of it and is left out"
          : Table.Note("\(discovery.missing) draws have no value of it and are left out"))
    }
    for box in boxes where box.chosen.count < 30 {
      notes.append(
        box.chosen.count == 1
          ? "a box of one draw says little: `ensemble draws=1000` draws more"
          : Table.Note(
            "a box of \(box.chosen.count) draws says little: `ensemble draws=1000` draws more"))
    }
    if boxes.contains(where: { discovery.restrictsClosings($0.chosen) }) {
      notes.append(
        "which firms close is in no statement: of each the share of its like that lives longer is shown"
      )
    }
    let outside = data.hits - boxes.reduce(0) { $0 + $1.chosen.hits }
    if outside > 0, outside * 10 > data.hits {
      let share = text(Double(outside) / Double(data.hits))
      notes.append(
        Table.Note("\(share) of them are in no box: `boxes=\(boxes.count + 1)` looks for one more"))
    }
    return notes
  }
}
