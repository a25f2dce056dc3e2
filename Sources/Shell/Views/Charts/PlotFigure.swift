import Analysis
import Diagnostics
import Ensembles
import ParkModel
import Reports
import Simulation

/// One figure of a picture with what it comes to in a branch: the median and a band of its draws, where
/// there is an ensemble.
struct PlotFigure {
  let request: FigureRequest
  let name: Table.Note
  let unit: String
  let bases: [Table.Basis]
  let notes: [Table.Note]
  private let series: FigureSeries
  private let band: (low: FigureSeries, high: FigureSeries)?

  /// What one part comes to.
  struct Part {
    var name: Table.Note
    var value: Double
  }

  static func all(of branch: PlotRequest.Branch) throws(Diagnostic) -> [PlotFigure] {
    let request = branch.request
    guard let draws = branch.draws else {
      var figures: [PlotFigure] = []
      for figure in request.figures {
        let series = try request.series(figure, branch.projection, by: request.division)
        figures.append(
          PlotFigure(figure, request, series, nil, series.remarks.map { Table.Note($0) }))
      }
      return figures
    }
    let answers = try EnsembleAnswers(request, branch.projection, draws)
    let (low, middle, high) = (
      answers.series(.percentile(5)), answers.series(.percentile(50)),
      answers.series(.percentile(95))
    )
    return middle.indices.map { place in
      let figure = middle[place].figure
      // What is worked out over all draws has no range of its own.
      let band =
        figure.basis.readsDraws ? nil : (low[place].series, high[place].series)
      let note = Table.Note("median, and p5 to p95", chinese: "中位数，及 p5 至 p95")
      return PlotFigure(
        figure, request, middle[place].series, band, (band == nil ? [] : [note]) + answers.notes)
    }
  }

  private init(
    _ figure: FigureRequest, _ request: ViewRequest, _ series: FigureSeries,
    _ band: (low: FigureSeries, high: FigureSeries)?, _ notes: [Table.Note]
  ) {
    self.request = figure
    name = Table.Note(figure.label, chinese: ChinesePart.heading(of: figure))
    unit = series.unit
    bases = request.basisText.bases(figure.basis)
    self.notes = notes
    self.series = series
    self.band = band
  }

  /// A curve for each part that is not nothing throughout, along the periods of a chart; `years` are those
  /// of the branch.
  func curves(
    along periods: [String], from years: [String], in branch: PlotRequest.Branch,
    _ plot: PlotRequest
  ) -> [Chart.Curve] {
    let isDivided = branch.request.division != nil
    let places = periods.map { years.firstIndex(of: $0) }
    func values(_ series: Series) -> [Double?] {
      places.map { place in place.flatMap { series.figures[$0].value } }
    }
    return series.series.indices.compactMap { part in
      let own = series.series[part]
      let numbers = values(own)
      if isDivided, numbers.allSatisfy({ ($0 ?? 0) == 0 }) { return nil }
      var label = isDivided ? name(of: own, in: branch) : name
      if plot.branches.count > 1 {
        let isOnly = !isDivided && branch.request.figures.count == 1
        label = isOnly ? Table.Note(branch.name) : label.of(branch.name)
      }
      let range = band.map {
        Chart.Band(low: values($0.low.series[part]), high: values($0.high.series[part]))
      }
      return Chart.Curve(name: label, values: numbers, band: range)
    }
  }

  /// What each part comes to in the last period.
  func last(in branch: PlotRequest.Branch) -> [Part] {
    series.series.map { Part(name: name(of: $0, in: branch), value: $0.figures.last?.value ?? 0) }
  }

  /// What a part is called: its title, where it has one.
  private func name(of part: Series, in branch: PlotRequest.Branch) -> Table.Note {
    if part.isRemainder { return Table.Note("(none)", chinese: "（无）") }
    guard let division = branch.request.division else { return name }
    let chinese = ChinesePart.name(part.part, of: division)
    let title = division == .level ? nil : branch.scenario.entity(named: part.part)?.title
    // A sentence is no name.
    let isShort = title.map { displayWidth($0) <= 20 } ?? false
    return Table.Note(isShort ? title ?? part.part : part.part, chinese: chinese)
  }
}

extension Table.Note {
  /// The same of a branch.
  fileprivate func of(_ branch: String) -> Table.Note {
    Table.Note("\(text), \(branch)", chinese: chinese.isEmpty ? "" : "\(chinese)，\(branch)")
  }
}
