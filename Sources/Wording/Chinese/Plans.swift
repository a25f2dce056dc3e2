extension Chinese {
  /// Plans against futures: regret, and what it is worth to know.
  static let plans: [String: String] = [
    "{}, of {}": "{1} 相对 {2} 的变化", "{}, {}, of {}": "{1}，{2} 相对 {3} 的变化",
    "hold plans against futures: which is least wrong, whatever comes":
      "把各方案放到各种未来中比较：无论如何，哪个错得最少",
    "say what it is worth to know the future before one of several plans is chosen":
      "在几个方案中选定之前，事先知道未来值多少钱",
    "expected `among` and the branches that are the plans": "此处应为 `among` 和作为方案的分支",
    "for example {}": "例如 {1}",
    "`{}` takes two branches or more": "`{1}` 至少需要两个分支",
    "make another one first: `branch late`": "请先另建一个：`branch late`",
    "`{}` takes a figure with one value in each draw": "`{1}` 需要每次抽样只有一个值的指标",
    "name a period: `{} tax[2030] among {}, {}`": "请写明期间：`{1} tax[2030] among {2}, {3}`",
    "`{}` has no ensemble, and plans are held against futures":
      "`{1}` 没有抽样，而方案要放到各种未来中比较",
    "`switch {}`, then `ensemble draws=1000`": "先 `switch {1}`，再 `ensemble draws=1000`",
    "no draw has a value of `{}` in all of these branches":
      "没有一次抽样在这些分支中都有 `{1}` 的值",
    "no draw has a value in all of these branches": "没有一次抽样在这些分支中都有值",
    "`{}` and `{}` have other periods: plans are held against each other over the same":
      "`{1}` 与 `{2}` 的期间不同：方案须在相同期间内比较",
    "`{}` and `{}` draw by other seeds, sampling or numbers: their futures are not the same":
      "`{1}` 与 `{2}` 的种子、抽样方法或次数不同：两者的未来不是同一组",
    "make them the same: `switch {}`, then `{}`": "请使其一致：先 `switch {1}`，再 `{2}`",
    "one draw has no value in some branch and is left out": "有 1 次抽样在某分支中没有值，未计入",
    "{} draws have no value in some branch and are left out": "有 {1} 次抽样在某分支中没有值，未计入",
    "plans are held against each other by minimax, mean or p90, not by `{}`":
      "方案按 minimax、mean 或 p90 比较，不能按 `{1}`",
    "expected `least` or `most` behind `at`": "`at` 之后应为 `least` 或 `most`",
    "for example `at least 20亿元`": "例如 `at least 20亿元`",
    "`{}` cannot be held against `{}`": "`{1}` 不能与 `{2}` 相比",
    "several plans are the best in {} % of the futures": "{1} % 的未来中有几个方案并列最优",
    "`{}` is the best of them in every future": "`{1}` 在每一种未来中都最优",
    "`{}` is least wrong: at most {} behind the best of them, in draw {}":
      "`{1}` 错得最少：最多比当时的最优方案少 {2}，在第 {3} 次抽样中",
    "`{}` is least wrong: {} behind the best of them in the mean":
      "`{1}` 错得最少：平均比当时的最优方案少 {2}",
    "`{}` is least wrong: as good as the best of them in nine of ten futures":
      "`{1}` 错得最少：在十分之九的未来中与最优方案一样好",
    "`{}` is least wrong: at most {} behind the best of them in nine of ten futures":
      "`{1}` 错得最少：在十分之九的未来中，最多比当时的最优方案少 {2}",
    "one future says nothing of what it is worth to know it": "只有一种未来，说不出知道它值多少",
    "`ensemble draws=1000` draws more": "`ensemble draws=1000` 可多抽几次",
    "knowing the future is worth nothing: `{}` is the best of them in every one":
      "知道未来不值分文：`{1}` 在每一种未来中都最优",
    "knowing everything is worth {}, give or take {}; as things are, `{}` is best in the mean":
      "知道一切（完全信息）价值 {1}，误差约 {2}；就目前所知，`{3}` 的均值最优",
    "{} futures are too few to tell inputs apart: it takes {}":
      "{1} 种未来太少，分不清各因素：至少需要 {2} 种",
    "nothing is uncertain here by a number: futures differ in who closes alone":
      "这里没有数值上的不确定：各种未来只在谁歇业上不同",
  ]
}
