import Analysis
import Diagnostics
import Ensembles
import ParkModel
import Reports
import Simulation

/// The figures of a request as charts: one for each unit, or for each figure that is divided.
enum ChartView {
  static func charts(_ plot: PlotRequest) throws(Diagnostic) -> [Chart] {
    var found: [[PlotFigure]] = []
    for branch in plot.branches { found.append(try PlotFigure.all(of: branch)) }
    let own = plot.branches[0]
    let periods = labels(of: own)
    guard plot.kind != .waterfall else {
      return [chart(.waterfall(Waterfall.steps(found, plot)), of: found[0], plot)]
    }
    return groups(found[0], isDivided: own.request.division != nil).map { group in
      var curves: [Chart.Curve] = []
      for place in group {
        for (index, branch) in plot.branches.enumerated() {
          let figure = found[index][place]
          // Another branch may have other years.
          let years = index == 0 ? periods : labels(of: branch)
          curves += figure.curves(along: periods, from: years, in: branch, plot)
        }
      }
      let marks: Chart.Marks =
        switch plot.kind {
        case .areas: .areas(curves, periods: periods)
        case .bars: .bars(curves, periods: periods)
        case .fan, .lines, .waterfall: .curves(curves, periods: periods)
        }
      return chart(marks, of: group.map { found[0][$0] }, plot)
    }
  }

  /// The figures that one chart shows, by place: those of one unit, or each by itself.
  private static func groups(_ figures: [PlotFigure], isDivided: Bool) -> [[Int]] {
    if isDivided { return figures.indices.map { [$0] } }
    var groups: [[Int]] = []
    for (place, figure) in figures.enumerated() {
      let group = groups.firstIndex { group in
        figures[group[0]].unit == figure.unit && figures[group[0]].bases == figure.bases
      }
      if let group { groups[group].append(place) } else { groups.append([place]) }
    }
    return groups
  }

  private static func labels(of branch: PlotRequest.Branch) -> [String] {
    branch.request.periods.map {
      branch.projection.calendar.label($0, perStep: branch.request.isPerStep)
    }
  }

  private static func chart(
    _ marks: Chart.Marks, of figures: [PlotFigure], _ plot: PlotRequest
  ) -> Chart {
    let own = plot.branches[0]
    var title = figures.map(\.name.text).joined(separator: ", ")
    var chinese = figures.map { $0.name.chineseText }.joined(separator: "、")
    if let division = own.request.division {
      title += " by \(division.rawValue)"
      chinese += "，按\(division.chinese)"
    }
    if plot.kind == .waterfall, let last = labels(of: own).last {
      title += ", \(last)"
      chinese += "，\(last)"
    }
    if plot.branches.count > 1 {
      let names = plot.branches.map(\.name)
      title += ": \(names[0]) and \(names[1])"
      chinese += "：\(names[0])与\(names[1])"
    }
    let requests = figures.map(\.request)
    var notes = own.request.basisText.notes(requests)
    for note in figures.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
    if PeriodTable.hasExpectedFirms(own.request, own.projection) {
      notes.append(BasisText.expected)
    }
    return Chart(
      title: Table.Note(title, chinese: chinese), unit: figures[0].unit, bases: figures[0].bases,
      marks: marks, notes: notes, priceYear: own.request.basisText.priceYear(requests))
  }
}

/// The steps from nothing to a figure by its parts; between two branches, from one to the other.
private enum Waterfall {
  static func steps(_ found: [[PlotFigure]], _ plot: PlotRequest) -> [Chart.Step] {
    let last = found.enumerated().map { branch, figures in
      figures[0].last(in: plot.branches[branch])
    }
    func total(_ parts: [PlotFigure.Part]) -> Double { parts.reduce(0) { $0 + $1.value } }
    guard last.count > 1 else {
      let name = found[0][0].name
      return last[0].filter { $0.value != 0 }.map { Chart.Step(name: $0.name, amount: $0.value) }
        + [Chart.Step(name: name, amount: total(last[0]), isTotal: true)]
    }
    var names = last[1].map(\.name)
    for part in last[0] where !names.contains(part.name) { names.append(part.name) }
    func value(_ name: Table.Note, _ branch: Int) -> Double {
      last[branch].first { $0.name == name }?.value ?? 0
    }
    let changes = names.map { Chart.Step(name: $0, amount: value($0, 0) - value($0, 1)) }
    func end(_ branch: Int) -> Chart.Step {
      let name = Table.Note(plot.branches[branch].name)
      return Chart.Step(name: name, amount: total(last[branch]), isTotal: true)
    }
    return [end(1)] + changes.filter { $0.amount != 0 } + [end(0)]
  }
}

extension Division {
  /// What Chinese statistics call what a figure is divided by.
  var chinese: String {
    switch self {
    case .firm: "企业"
    case .jurisdiction: "辖区"
    case .level: "政府层级"
    case .park: "园区"
    case .phase: "分期"
    case .sector: "行业"
    case .tax: "税种"
    }
  }
}
