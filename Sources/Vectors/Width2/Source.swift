import Vectors

/// Where an operand is read.
protocol Source {
  init(_ place: Int32, _ machine: Machine)
  subscript(_ place: Int) -> Vector { get }
}

/// One that is a column.
struct Column: Source {
  private let numbers: UnsafePointer<Vector>

  @inline(__always)
  init(_ place: Int32, _ machine: Machine) {
    numbers = UnsafePointer(machine.pointee.columns + Int(place))
  }

  subscript(_ place: Int) -> Vector {
    @inline(__always) get { numbers[place] }
  }
}

/// One that is the same number in every draw.
struct Number: Source {
  private let number: Vector

  @inline(__always)
  init(_ place: Int32, _ machine: Machine) {
    number = machine.pointee.columns[Int(place)]
  }

  subscript(_ place: Int) -> Vector {
    @inline(__always) get { number }
  }
}
