/// One statement of a scenario's script, but for what is said of libraries and the model. The `use` of
/// a library that changes another is none: it stands behind that one's.
enum ScenarioItem: Hashable {
  case header
  case library(String)
  case declaration(String)
}

extension Scenario {
  /// Its statements in the order of its script.
  var items: [ScenarioItem] {
    var items: [ScenarioItem] = []
    func marks(at index: Int) {
      if header != nil, headerPosition == index { items.append(.header) }
      for use in libraries where use.position == index && Library.needs(of: use.name).isEmpty {
        items.append(.library(use.name))
      }
    }
    for index in 0..<entities.end {
      marks(at: index)
      if let entity = entities.entity(at: index), entity.library == nil {
        items.append(.declaration(entity.name))
      }
    }
    marks(at: entities.end)
    return items
  }
}
