/// Who pays whom over a period: parties in columns from left to right, and what flows between them.
public struct FlowMap: Sendable {
  public var title: Table.Note
  /// Over which period amounts add up: `2021 to 2045`.
  public var period: Table.Note
  public var parties: [Party]
  public var flows: [Flow]
  /// Sentences below.
  public var notes: [Table.Note]
  /// In prices of which year the money is; nil where the notes say it.
  public var priceYear: Int?

  public init(
    title: Table.Note, period: Table.Note, parties: [Party], flows: [Flow],
    notes: [Table.Note] = [], priceYear: Int? = nil
  ) {
    self.title = title
    self.period = period
    self.parties = parties
    self.flows = flows
    self.notes = notes
    self.priceYear = priceYear
  }

  /// Somebody who pays or receives.
  public struct Party: Sendable, Equatable {
    public var name: Table.Note
    /// From left to right: firms before taxes before budgets. Any numbers.
    public var column: Int

    public init(name: Table.Note, column: Int) {
      self.name = name
      self.column = column
    }
  }

  /// What one party pays another.
  public struct Flow: Sendable, Equatable {
    /// Who pays and who receives, as indices of `parties`.
    public var from: Int
    public var to: Int
    /// Yuan.
    public var amount: Double
    /// What it is: `value added tax`.
    public var name: Table.Note

    public init(from: Int, to: Int, amount: Double, name: Table.Note = "") {
      self.from = from
      self.to = to
      self.amount = amount
      self.name = name
    }
  }
}

extension FlowMap {
  /// What is drawn, and what is too little to be drawn, as rows: who pays, who receives, for what, and how
  /// much, each in a magnitude of its own, since small ones are nought beside the largest. Flows between parties that are not there are left out.
  public var table: Table {
    let rows = flows.compactMap { flow -> [Table.Cell]? in
      guard parties.indices.contains(flow.from), parties.indices.contains(flow.to) else {
        return nil
      }
      let (from, to) = (parties[flow.from].name, parties[flow.to].name)
      return [
        .text(from.text, chinese: from.chinese), .text(to.text, chinese: to.chinese),
        .text(flow.name.text, chinese: flow.name.chinese),
        flow.amount.isFinite ? .measured(Table.Measured(flow.amount, "yuan")) : .undefined,
      ]
    }
    var table = Table(
      columns: [
        Table.Column("payer", chinese: "支付方"), Table.Column("receiver", chinese: "收取方"),
        Table.Column("for", chinese: "项目"),
        Table.Column("amount", chinese: "金额", isNumeric: true),
      ], rows: rows, notes: sentences, keys: 3)
    // What libraries call their taxes and sectors is a word of ours.
    for column in 0..<3 { table.columns[column].isWords = true }
    table.name = title
    table.priceYear = priceYear
    return table
  }

  /// What stands below: the period, and notes.
  private var sentences: [Table.Note] { period.text.isEmpty ? notes : [period] + notes }
}
