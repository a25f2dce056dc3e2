/// A small symmetric matrix.
struct SymmetricMatrix {
  let count: Int
  private var cells: [Double]

  init(count: Int) {
    self.count = count
    cells = [Double](repeating: 0, count: count * count)
  }

  /// The products of some columns of a table of rows with each other.
  init(ofColumns columns: [Int], in rows: [[Double]]) {
    self.init(count: columns.count)
    for (a, first) in columns.enumerated() {
      for (b, second) in columns.enumerated() {
        self[a, b] = rows.reduce(0) { $0 + $1[first] * $1[second] }
      }
    }
  }

  subscript(row: Int, column: Int) -> Double {
    get { cells[row * count + column] }
    set { cells[row * count + column] = newValue }
  }

  /// What it takes to give these products, by Cholesky's method; nil where it is not positive.
  func solved(_ right: [Double]) -> [Double]? {
    var lower = self
    for row in 0..<count {
      for column in 0...row {
        var sum = self[row, column]
        for inner in 0..<column { sum -= lower[row, inner] * lower[column, inner] }
        if row == column {
          guard sum > 0, sum.isFinite else { return nil }
          lower[row, row] = sum.squareRoot()
        } else {
          lower[row, column] = sum / lower[column, column]
        }
      }
    }
    var values = right
    for row in 0..<count {
      for inner in 0..<row { values[row] -= lower[row, inner] * values[inner] }
      values[row] /= lower[row, row]
    }
    for row in (0..<count).reversed() {
      for inner in (row + 1)..<max(count, row + 1) {
        values[row] -= lower[inner, row] * values[inner]
      }
      values[row] /= lower[row, row]
    }
    return values.allSatisfy(\.isFinite) ? values : nil
  }

  /// Its values and directions, the smallest first, by Jacobi's rotations.
  func eigen() -> [(value: Double, direction: [Double])] {
    var matrix = self
    var turned = SymmetricMatrix(count: count)
    for index in 0..<count { turned[index, index] = 1 }
    for _ in 0..<60 {
      var isDiagonal = true
      for p in 0..<count {
        for q in (p + 1)..<max(count, p + 1) {
          let off = matrix[p, q]
          let size = (matrix[p, p] * matrix[q, q]).magnitude.squareRoot()
          guard off.magnitude > 1e-15 * size, off != 0 else { continue }
          isDiagonal = false
          let theta = (matrix[q, q] - matrix[p, p]) / (2 * off)
          let sign: Double = theta < 0 ? -1 : 1
          let t = sign / (theta.magnitude + (theta * theta + 1).squareRoot())
          let cosine = 1 / (t * t + 1).squareRoot()
          let sine = t * cosine
          for k in 0..<count {
            let (a, b) = (matrix[k, p], matrix[k, q])
            matrix[k, p] = cosine * a - sine * b
            matrix[k, q] = sine * a + cosine * b
          }
          for k in 0..<count {
            let (a, b) = (matrix[p, k], matrix[q, k])
            matrix[p, k] = cosine * a - sine * b
            matrix[q, k] = sine * a + cosine * b
            let (c, d) = (turned[k, p], turned[k, q])
            turned[k, p] = cosine * c - sine * d
            turned[k, q] = sine * c + cosine * d
          }
        }
      }
      if isDiagonal { break }
    }
    return (0..<count).map { index in
      (matrix[index, index], (0..<count).map { turned[$0, index] })
    }.sorted { $0.value < $1.value }
  }
}
