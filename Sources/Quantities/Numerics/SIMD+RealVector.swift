// Vectors of 2, 4 and 8 numbers: the registers of SSE2, AVX2 and AVX-512.
//
// What compares and shifts is written for each of them: of a vector of any width the standard library
// does both lane by lane.

extension SIMD2<Double>: RealVector {
  public typealias Bits = SIMD2<UInt64>
  public typealias Mask = SIMDMask<SIMD2<Int64>>

  @inlinable @inline(__always)
  public static func less(_ a: Self, _ b: Self) -> Mask { a .< b }
  @inlinable @inline(__always)
  public static func same(_ a: Self, _ b: Self) -> Mask { a .== b }
  @inlinable @inline(__always)
  public static func select(_ mask: Mask, _ yes: Self, _ no: Self) -> Self {
    no.replacing(with: yes, where: mask)
  }
}

extension SIMD4<Double>: RealVector {
  public typealias Bits = SIMD4<UInt64>
  public typealias Mask = SIMDMask<SIMD4<Int64>>

  @inlinable @inline(__always)
  public static func less(_ a: Self, _ b: Self) -> Mask { a .< b }
  @inlinable @inline(__always)
  public static func same(_ a: Self, _ b: Self) -> Mask { a .== b }
  @inlinable @inline(__always)
  public static func select(_ mask: Mask, _ yes: Self, _ no: Self) -> Self {
    no.replacing(with: yes, where: mask)
  }
}

extension SIMD8<Double>: RealVector {
  public typealias Bits = SIMD8<UInt64>
  public typealias Mask = SIMDMask<SIMD8<Int64>>

  @inlinable @inline(__always)
  public static func less(_ a: Self, _ b: Self) -> Mask { a .< b }
  @inlinable @inline(__always)
  public static func same(_ a: Self, _ b: Self) -> Mask { a .== b }
  @inlinable @inline(__always)
  public static func select(_ mask: Mask, _ yes: Self, _ no: Self) -> Self {
    no.replacing(with: yes, where: mask)
  }
}

extension SIMD2<UInt64>: BitVector {
  @inlinable @inline(__always)
  public func shiftedLeft(_ count: UInt64) -> Self { self &<< Self(repeating: count) }
  @inlinable @inline(__always)
  public func shiftedRight(_ count: UInt64) -> Self { self &>> Self(repeating: count) }
}

extension SIMD4<UInt64>: BitVector {
  @inlinable @inline(__always)
  public func shiftedLeft(_ count: UInt64) -> Self { self &<< Self(repeating: count) }
  @inlinable @inline(__always)
  public func shiftedRight(_ count: UInt64) -> Self { self &>> Self(repeating: count) }
}

extension SIMD8<UInt64>: BitVector {
  @inlinable @inline(__always)
  public func shiftedLeft(_ count: UInt64) -> Self { self &<< Self(repeating: count) }
  @inlinable @inline(__always)
  public func shiftedRight(_ count: UInt64) -> Self { self &>> Self(repeating: count) }
}

extension RealVector where Self: SIMD, Scalar == Double, Mask == SIMDMask<MaskStorage> {
  @inlinable @inline(__always)
  public init(every value: Double) { self.init(repeating: value) }
  @inlinable @inline(__always)
  public init(bits: Bits) { self = unsafeBitCast(bits, to: Self.self) }
  @inlinable @inline(__always)
  public var bits: Bits { unsafeBitCast(self, to: Bits.self) }
}

extension BitVector where Self: SIMD, Scalar == UInt64 {
  @inlinable @inline(__always)
  public init(every value: UInt64) { self.init(repeating: value) }
}
