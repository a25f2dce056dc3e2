public import Diagnostics
import Language
import Quantities

extension Scenario {
  /// The statements after which every distribution stands as a value, so that a plain run is that of the
  /// point: one for each thing that has any. Each value in the unit of its distribution, as the shortest
  /// text that reads back to the same number; what comes out of an attribute's range at the nearest end.
  ///
  /// Of parameters that are not named, the central value.
  public func statements(
    fixing point: [String: Double], stop: StopSignal = StopSignal()
  ) throws(Diagnostic) -> [String] {
    try statements(stop: stop) { parameter, row, isWhole in
      let value = point[parameter.name] ?? parameter.distribution.central
      return literal(value, parameter.distribution.unit, within: row, isWhole: isWhole)
    }
  }

  /// The statements after which some distributions stand as other expressions, by the names of their
  /// parameters, and all others as they are.
  public func statements(
    placing texts: [String: String], stop: StopSignal = StopSignal()
  ) throws(Diagnostic) -> [String] {
    try statements(stop: stop) { parameter, _, isWhole in
      texts[parameter.name].map { isWhole ? $0 : "(\($0))" }
    }
  }

  /// The statements that put something else in the place of distributions: what `text` says for each, nil
  /// where it stays.
  private func statements(
    stop: StopSignal, _ text: (UncertainParameter, AttributeRow?, _ isWhole: Bool) -> String?
  ) throws(Diagnostic) -> [String] {
    let parameters = try uncertainParameters(stop: stop)
    let known = Dictionary(parameters.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    var statements: [String] = []
    for entity in Array(all) + [model] {
      var changes: [String] = []
      for attribute in entity.attributes {
        let base = entity.kind.isDefinition ? entity.name : "\(entity.name).\(attribute.name)"
        guard !attribute.expression.distributions.isEmpty else { continue }
        // As it is printed: names may have changed since it was written.
        let source = SourceText(name: "draw", text: attribute.expression.canonical)
        var reader = ArgumentReader(Script(source).statements[0], units: units)
        let expression = try reader.expression()
        let places = expression.distributions
        var pieces: [(place: Span, text: String)] = []
        for (index, place) in places.enumerated() {
          let name = index == 0 ? base : "\(base)#\(index + 1)"
          guard let parameter = known[name] else { continue }
          let isWhole = place == expression.span
          let row =
            isWhole ? entity.kind.row(in: self).attribute(named: attribute.name) : nil
          guard let text = text(parameter, row, isWhole) else { continue }
          pieces.append((place, text))
        }
        guard !pieces.isEmpty else { continue }
        let whole = source.text(in: expression.span, replacing: pieces)
        changes.append(entity.kind.isDefinition ? "= \(whole)" : "\(attribute.name)=\(whole)")
      }
      guard !changes.isEmpty else { continue }
      statements.append("set \(entity.name) " + changes.joined(separator: " "))
    }
    return statements
  }

  /// A value in a unit as it is written.
  private func literal(
    _ value: Double, _ unit: Unit, within row: AttributeRow?, isWhole: Bool
  ) -> String {
    var (value, unit) = (value, unit)
    if let row, case .number(let own, let range) = row.form,
      let converted = Quantity(value, unit).value(in: own), !range.contains(converted)
    {
      value = min(max(converted, range.lowerBound), range.upperBound)
      unit = own
    }
    let number = NumberFormat.shortest(value)
    let text: String
    switch unit.text {
    case "": text = number
    case "%": text = number + "%"
    case let name where name.hasPrefix("1/"): text = number + name.dropFirst()
    case let name where name.hasPrefix("%"): text = number + name
    case let name: text = number + " " + name
    }
    return value < 0 && !isWhole ? "(\(text))" : text
  }
}

extension SourceText {
  /// A piece of the text with other text at some places of it, which lie in order.
  fileprivate func text(
    in span: Span, replacing pieces: [(place: Span, text: String)]
  ) -> String {
    var result = ""
    var start = span.lower
    for piece in pieces {
      // What stands within another distribution goes with it.
      guard piece.place.lower >= start else { continue }
      result += text(in: Span(start, piece.place.lower)) + piece.text
      start = piece.place.upper
    }
    return result + text(in: Span(start, span.upper))
  }
}
