import ParkModel

extension Signature {
  /// What stands by its place, or behind a word of its own.
  public struct Place: Sendable {
    /// What kind of thing stands there.
    enum Kind: Sendable {
      /// Another command whose answer is written, with its words.
      case answer
      /// `NAME=VALUE`, of names that the command looks up itself: inputs of the scenario, or others.
      case assignments(ofInputs: Bool)
      /// `attribute=value`, of a kind; nil where the thing named before says of which.
      case attributes(EntityKind?)
      /// Names of attributes that the thing named before has.
      case attributeNames
      case branch
      case city
      /// What is true or false, in which `=` is a slip for `==`.
      case condition
      /// A correlation of two parameters.
      case correlation
      /// A whole number.
      case count
      /// Something declared.
      case entity
      /// The same, or an attribute of it: `smart.area`.
      case entityOrAttribute
      case expression
      /// An expression that is one figure.
      case figure
      /// A file, usually with one of these endings.
      case file(endings: [String])
      case kind
      case library
      /// Expressions with commas between them.
      case metrics
      /// The name of a branch that is made here.
      case newBranch
      /// A name that is given here.
      case newName
      /// A name that means nothing any more behind the statement.
      case oldName
      /// What is uncertain: an assumption, or `p2.delay`.
      case parameter
      /// Inputs of the scenario with their ranges, with commas between them.
      case ranges
      /// A script that is run: a file, or the id of a scenario.
      case script
      /// The name of an error.
      case slug
      /// The source of a fact, in quotes.
      case source
      /// A time or a date.
      case time
      /// A title, in quotes.
      case title
      case topic
      /// `= VALUE`
      case value
      /// One of some words.
      case words([String])
    }

    let kind: Kind
    /// What the usage calls it, where that is not by its kind.
    private let given: String?
    let isNeeded: Bool
    /// Whether more of its kind may follow.
    let isRepeated: Bool
    /// The word that stands before it, which makes its place free: `against`.
    let marker: String?
    /// Words that may stand in its place.
    let words: [String]

    init(
      _ kind: Kind, _ word: String?, isNeeded: Bool, isRepeated: Bool = false,
      marker: String? = nil, or words: [String] = []
    ) {
      self.kind = kind
      given = word
      self.isNeeded = isNeeded
      self.isRepeated = isRepeated
      self.marker = marker
      if case .words(let own) = kind { self.words = own } else { self.words = words }
    }

    /// What the usage calls it.
    var word: String { given ?? kind.word }
  }
}

extension Signature.Place.Kind {
  /// Whether it is an expression, so that a word in it may be any name.
  var isExpression: Bool {
    switch self {
    case .condition, .correlation, .expression, .figure, .metrics, .parameter, .value: true
    default: false
    }
  }

  /// Whether it names what is declared, so that it says which attributes may follow.
  var isEntity: Bool {
    switch self {
    case .entity, .entityOrAttribute, .oldName: true
    default: false
    }
  }

  /// Whether it is the name of a file.
  var isFile: Bool {
    switch self {
    case .file, .script: true
    default: false
    }
  }

  var isScript: Bool {
    if case .script = self { return true }
    return false
  }

  /// Whether it is `attribute=value`, of what is declared or changed.
  var isAttributes: Bool {
    if case .attributes = self { return true }
    return false
  }

  /// The endings of a file; none where it may have any.
  var endings: [String] {
    switch self {
    case .file(let endings): endings
    case .script: ["park"]
    default: []
    }
  }

  /// What it is called in a usage.
  fileprivate var word: String {
    switch self {
    case .answer: CommandTable.answering.map(\.name).joined(separator: "|") + " …"
    case .assignments: "NAME=VALUE …"
    case .attributes: "attribute=value …"
    case .attributeNames: "attribute[, attribute …]"
    case .branch: "BRANCH"
    case .city: "CITY"
    case .condition: "CONDITION"
    case .correlation: "CORRELATION"
    case .count: "COUNT"
    case .entity, .newBranch, .newName, .oldName: "NAME"
    case .entityOrAttribute: "NAME[.attribute]"
    case .expression: "EXPRESSION"
    case .figure: "FIGURE"
    case .file: "FILE"
    case .kind: "KIND"
    case .library: "LIBRARY"
    case .metrics: "METRICS"
    case .parameter: "PARAMETER"
    case .ranges: "NAME.attribute in A to B, …"
    case .script: "FILE|ID"
    case .slug: "ERROR"
    case .source: "\"SOURCE\""
    case .time: "TIME|DATE"
    case .title: "\"TITLE\""
    case .topic: "TOPIC"
    case .value: "= VALUE"
    case .words(let list): list.joined(separator: "|")
    }
  }
}

extension Signature.Piece {
  /// What has to stand there; `as` is what the usage calls it, and words that may stand in its place are
  /// named behind `or`.
  static func needed(
    _ kind: Signature.Place.Kind, as word: String? = nil, behind marker: String? = nil,
    or words: [String] = []
  ) -> Self {
    .place(Signature.Place(kind, word, isNeeded: true, marker: marker, or: words))
  }

  /// What may stand there, or behind a word of its own.
  static func optional(
    _ kind: Signature.Place.Kind, as word: String? = nil, behind marker: String? = nil,
    or words: [String] = []
  ) -> Self {
    .place(Signature.Place(kind, word, isNeeded: false, marker: marker, or: words))
  }

  /// One or more; behind a word of its own with commas between them.
  static func several(
    _ kind: Signature.Place.Kind, as word: String? = nil, behind marker: String? = nil
  ) -> Self {
    .place(Signature.Place(kind, word, isNeeded: true, isRepeated: true, marker: marker))
  }
}
