/// An equation of the model as a step of an explanation: its name, and what its parts are.
public enum Formula: String, Sendable, CaseIterable {
  /// 1 − (1 − first)·e^(−κ·age), κ = ln((1 − first)/(1 − share))/ramp; parts: first, ramp, share and age
  /// in years.
  case ramp
  /// e^(−scale·H); parts: scale, H.
  case survival
  /// (1 + g)^t; parts: g, t in years.
  case growth
  /// e^x; parts: x.
  case exponential
  /// (1 − creditable·(1 − value added))·(1 − exports), at least 0; parts: value added, creditable,
  /// exports.
  case vatShare = "vat-share"
  /// min(cap, (max(E, reference)/reference)^exponent); parts: E, reference, exponent, cap.
  case agglomeration
  /// e^(elasticity·ℓ + Z); parts: elasticity, ℓ, Z.
  case rail
  /// 1 + effect·L; parts: effect, L.
  case effect
  /// 1 + effect·complementarity·L; parts: effect, complementarity, L.
  case link
  /// 1 − 2^(−years/half-life); parts: years, half-life.
  case felt
  /// 3u² − 2u³; parts: u.
  case sCurve = "s-curve"
  /// (R − break-even)/(1 − break-even), 0 where R is; parts: R, break-even.
  case earning
  /// The lesser of two parts.
  case lesser
  /// The first part less each of the others, at least 0.
  case remainder
  /// a + b − c, at least 0; parts: a, b, c.
  case excess
  /// The parts multiplied: what goes on to the next step of what is left, the part of it that lives,
  /// and the part that is not refunded.
  case carried
  /// share·b/(1 + b) + (1 − share)·e/(1 + e); parts: share, b, e.
  case input
  /// 1 − (1 − share)^t; parts: share, t in years.
  case part
  /// What is left of the first part after the second, nothing where only rounding is left.
  case rest
  /// e^ℓ − 1; parts: ℓ.
  case uplift
}
