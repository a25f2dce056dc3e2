/// What a signature says of a command as a whole.
extension Signature {
  /// Whether it goes on with another command behind its file.
  var takesAnswer: Bool { has { if case .answer = $0 { true } else { false } } }

  /// Whether a number behind it may be a year.
  var takesTime: Bool { has { if case .time = $0 { true } else { false } } }

  /// Whether it runs a script.
  var runsScript: Bool { has(\.isScript) }

  /// The place of a file that it reads behind a word that says what is in it; nil where there is none.
  var placeOfInput: Int? {
    guard case .words? = places.first?.kind,
      let place = places.firstIndex(where: { $0.kind.isFile })
    else { return nil }
    return place
  }

  /// Words in front of `=` that go with the assignments it takes, and are no names.
  var settingsOfInputs: [String] {
    has { if case .assignments(ofInputs: true) = $0 { true } else { false } } ? ["step"] : []
  }

  /// Whether it asks whether something holds.
  var takesCondition: Bool { has { if case .condition = $0 { true } else { false } } }

  /// Whether it makes a branch.
  var makesBranch: Bool { has { if case .newBranch = $0 { true } else { false } } }

  /// Whether it gives something another name: one means nothing any more, and one is new.
  var renames: Bool {
    has { if case .oldName = $0 { true } else { false } }
      && has { if case .newName = $0 { true } else { false } }
  }

  /// Whether it takes attributes of something back.
  var takesBack: Bool { has { if case .attributeNames = $0 { true } else { false } } }

  /// Whether it takes up a library.
  var takesLibrary: Bool { has { if case .library = $0 { true } else { false } } }

  /// Whether it changes attributes of what is declared.
  var isChange: Bool { has { if case .attributes(nil) = $0 { true } else { false } } }

  /// Whether its attributes are rows of the model.
  var hasModelAttributes: Bool { attributes.contains { $0.row != nil } }

  /// What a command takes behind another that writes its answer to a file: its own words but those for a
  /// file of its own, how the file may stand, and the options of the other.
  func written(by other: Signature, layouts: [ExportLayout]) -> Signature {
    var pieces = ways[0].filter { piece in
      if case .option(let option) = piece { return option.endings == nil }
      return true
    }
    if layouts.count > 1 { pieces.append(ExportLayout.attribute(of: layouts)) }
    pieces += other.options.filter { $0.name != RunView.nominal && !$0.isOfFigures }
      .map { .option($0) }
    return Signature(pieces)
  }
}
