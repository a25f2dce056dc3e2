import Analysis
import Ensembles
import Language
import Reports

/// `plot discover tax[2030] < 1bn`: a box beside what all draws reach, or the steps that led to it.
extension DiscoverCommand {
  static func chart(_ words: DiscoverWords, _ found: Found, _ session: Session) -> Chart {
    words.showsPath ? pathChart(found) : boxChart(found, session.settings.style)
  }

  private static func boxChart(_ found: Found, _ style: FigureStyle) -> Chart {
    let discovery = found.discovery
    var spans: [Chart.Span] = []
    for box in found.boxes {
      for input in box.chosen.restricted {
        let name = discovery.inputs[input].name
        let prefix = found.boxes.count > 1 ? "\(box.number) " : ""
        spans.append(
          Chart.Span(
            name: Table.Note(prefix + name), parts: parts(box.chosen, input, discovery),
            text: limit(box.chosen, input, discovery).text(style)))
      }
    }
    let title = found.boxes.map { sentence(of: $0, found) }
    return Chart(
      title: Table.Note(title[0]), unit: "share", marks: .spans(spans),
      notes: title.dropFirst().map { Table.Note($0) } + found.notes)
  }

  /// Where a limit lies in the range of all draws, from 0 to 1; each kind has as much as any other.
  private static func parts(
    _ box: Box, _ input: Int, _ discovery: Discovery
  ) -> [ClosedRange<Double>] {
    switch (box.limits[input], discovery.data.whole[input]) {
    case (.range(let low, let high), .range(let least, let most)):
      let size = most / 2 - least / 2
      guard size > 0 else { return [0...1] }
      let from = min(max((low / 2 - least / 2) / size, 0), 1)
      return [from...max(from, min((high / 2 - least / 2) / size, 1))]
    case (.kinds(let kinds), .kinds(let all)):
      let width = 1 / Double(max(1, all.count))
      return all.indices.filter { kinds.contains(all[$0]) }.map {
        Double($0) * width...Double($0 + 1) * width
      }
    default: return [0...1]
    }
  }

  private static func pathChart(_ found: Found) -> Chart {
    let data = found.discovery.data
    let path = found.boxes[0].search.path
    return Chart(
      title: Table.Note(
        "steps of `\(found.label)`", chinese: "`\(found.label)` 的各步"),
      unit: "share",
      marks: .curves(
        [
          Chart.Curve(
            name: Table.Note("coverage", chinese: "覆盖率"), values: path.map { $0.coverage(data) }),
          Chart.Curve(name: Table.Note("density", chinese: "密度"), values: path.map(\.density)),
          Chart.Curve(
            name: Table.Note("mass", chinese: "占比"), values: path.map { $0.mass(data) }),
        ], periods: path.indices.map { "\($0)" }), notes: found.notes)
  }
}
