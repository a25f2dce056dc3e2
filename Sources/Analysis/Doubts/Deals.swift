import Diagnostics
import ParkModel
import Simulation

/// Doubts about what the cities of enclaves pay each other.
enum Deals {
  static let unpaidContribution = DoubtRow.idle(
    "unpaid-contribution",
    "an enclave has a `contribution`, which is paid as public money is spent, and its park spends none",
    model: "6", atOnce: false
  ) { context in
    deals(context, with: Enclave.contribution).compactMap { enclave, attribute, deal in
      guard deal.publicMoney == 0 else { return nil }
      return Doubt(
        enclave, at: attribute,
        "`contribution` of `\(enclave.name)` is never paid: it is paid as the phases of its park spend "
          + "public money, and they spend none")
    }
  }

  static let largeContribution = DoubtRow.unusual(
    "large-contribution", "an enclave's `contribution` is more than its park costs the public",
    usual: "at most what the park's phases cost the public",
    source: "a bound against slips; no figure was found", evidence: "A"
  ) { context in
    deals(context, with: Enclave.contribution).compactMap { enclave, attribute, deal in
      guard let sum = context.number(Enclave.contribution, of: enclave), deal.publicMoney > 0,
        sum > deal.publicMoney * (1 + 1e-9)
      else { return nil }
      return Doubt(
        enclave, at: attribute,
        "`\(enclave.name)` contributes \(DoubtText.yuan(sum)) to a park that costs the public "
          + DoubtText.yuan(deal.publicMoney))
    }
  }

  static let unpaidFixed = DoubtRow.idle(
    "unpaid-fixed",
    "an enclave has a `fixed` sum, which begins with the park's first complete phase, and none is"
      + " complete before the end", model: "6", atOnce: false
  ) { context in
    deals(context, with: Enclave.fixed).compactMap { enclave, attribute, deal in
      guard !deal.isOpen else { return nil }
      return Doubt(
        enclave, at: attribute,
        "`fixed` of `\(enclave.name)` is never paid: no phase of its park is complete before the end"
      )
    }
  }

  /// Enclaves that state something above nothing, with what they come to.
  private static func deals(
    _ context: DoubtContext, with row: AttributeRow
  ) -> [(Declaration, Attribute, EnclaveDeal)] {
    guard let projection = context.projection else { return [] }
    return context.own(.enclave).compactMap { enclave in
      guard let attribute = enclave[row], enclave.number(row)?.largest ?? 0 > 0,
        let deal = projection.deal(ofEnclave: enclave.name)
      else { return nil }
      return (enclave, attribute, deal)
    }
  }

  /// What is stated of enclaves and land, and is read only beside something that is not there.
  static func idle(_ context: DoubtContext) -> [Doubt] {
    let rebating = Set(
      context.own(.incentive).filter { Incentive.form(of: $0) == .rebate }
        .compactMap { $0.reference(Incentive.park) })
    return context.own(.enclave).flatMap { enclave -> [Doubt] in
      var found: [Doubt] = []
      if let net = enclave[Enclave.net], enclave.choice(Enclave.net) == "yes" {
        let park = enclave.reference(Enclave.park) ?? ""
        if enclave[Enclave.share] == nil {
          found.append(needing(net, "share", enclave))
        } else if !rebating.contains(park) {
          found.append(
            Doubt(
              enclave, at: net,
              "`net` of `\(enclave.name)` changes nothing: `\(park)` pays no rebate"
            ).later)
        }
      }
      if let honour = enclave[Enclave.honour], enclave[Enclave.share] == nil,
        enclave[Enclave.fixed] == nil
      {
        found.append(needing(honour, "share", enclave))
      }
      return found
    }
      + context.own(.park).compactMap { park in
        guard let aside = park[Park.landSetAside], park[Park.landPrice] == nil else { return nil }
        return needing(aside, "land_price", park).later
      }
  }

  private static func needing(
    _ attribute: Attribute, _ need: String, _ entity: Declaration
  ) -> Doubt {
    Doubt(
      entity, at: attribute,
      "`\(attribute.name)` of `\(entity.name)` is read only with `\(need)`, which it has not")
  }
}
