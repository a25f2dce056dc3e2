public import Vectors
import Vectors2

#if arch(x86_64)
  import Vectors4
  import Vectors8
#endif

extension VectorLoops {
  /// Those of a width; nil where the processor has none so wide.
  public static func loops(of width: VectorWidth) -> VectorLoops? {
    guard width <= .widest else { return nil }
    switch width {
    case .two: return Vectors2.loops
    #if arch(x86_64)
      case .four: return Vectors4.loops
      case .eight: return Vectors8.loops
    #else
      case .four, .eight: return nil
    #endif
    }
  }

  /// The widest that the processor has, unless the program was told otherwise as it began.
  public static var current: VectorLoops { chosen }

  private nonisolated(unsafe) static var chosen = loops(of: .widest) ?? Vectors2.loops

  /// Takes no wider ones from here on. Only before any thread works.
  public static func limit(to width: VectorWidth) {
    chosen = loops(of: min(width, .widest)) ?? Vectors2.loops
  }
}
