extension Workbook {
  /// A sheet for each table; the first has a chart of its first figure.
  static let format = FileFormat(
    name: "xlsx", summary: "a workbook for Excel and WPS", content: .tables,
    hasYearsAcross: true
  ) { (document, options) throws(FormatFailure) in
    let style = options.style
    var workbook = Workbook(title: document.title)
    for (place, table) in document.tables.enumerated() {
      let isFirst = place == 0
      workbook.sheets.append(
        Sheet(
          table: table, name: table.name?.text(style) ?? document.title, style: style,
          options: TableOptions(
            layout: options.hasYearsAcross && isFirst ? .years : .rows,
            // Exact in yuan, but where 万 is asked for.
            magnitude: style.magnitudes == .tenThousands ? .tenThousand : nil,
            chart: isFirst && options.hasChart ? .line : nil)))
    }
    do throws(WorkbookFailure) {
      return try workbook.bytes()
    } catch {
      throw .workbook(error)
    }
  }
}
