extension Chinese {
  /// What stands below tables and charts, where it has no words of its own for Chinese headings.
  static let notes: [String: String] = [
    "rank correlation over {}": "秩相关，{1}",
    "– {}: {}": "– {1}：{2}",
    "{}: {}": "{1}：{2}",
  ]
}
