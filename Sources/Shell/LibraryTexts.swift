import Diagnostics
import Language
import ParkModel

extension Scenario {
  /// The name and the text of each library that says something in it, and of the model's own numbers.
  var libraryTexts: [String] {
    let declarations =
      Array(all)
      + Library.all().filter { library in
        library.name == EntityKind.model.rawValue
          || libraries.contains { $0.name == library.name }
      }.flatMap(\.declarations)
    var texts: [String: [UInt8]] = [:]
    for location in declarations.flatMap({ [$0.location] + $0.attributes.map(\.location) }) {
      guard location.source.name.hasPrefix("library ") else { continue }
      texts[location.source.name] = location.source.utf8
    }
    return texts.sorted { $0.key < $1.key }.flatMap { name, text in
      [name, String(decoding: text, as: UTF8.self)]
    }
  }
}
