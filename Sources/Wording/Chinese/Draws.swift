extension Chinese {
  /// Draws, correlations and the parts of an ensemble; how long work may take.
  static let draws: [String: String] = [
    "stopped after {} s, as `--limit-time` asks": "按 `--limit-time` 的要求，{1} 秒后停止",
    "stopped at {} MB of memory, as `--limit-memory` asks":
      "按 `--limit-memory` 的要求，内存达到 {1} MB 时停止",
    "{}, prices of {}": "{1}，{2}年价格",
    "the correlations of {} exclude each other": "{1} 的相关系数互不相容",
    "two that have no correlation of their own count as 0": "未写明相关系数的两个参数按 0 计",
    "bring them nearer to 0": "请改得接近 0",
    "`{}` and `{}` have no correlation of their own, which counts as 0":
      "`{1}` 与 `{2}` 未写明相关系数，按 0 计",
    "with {} and {} to `{}`, the correlation of `{}` and `{}` lies between {} and {}":
      "与 `{3}` 的相关系数分别为 {1} 和 {2} 时，`{4}` 与 `{5}` 的相关系数在 {6} 与 {7} 之间",
    "`{}` and `{}` have {}": "`{1}` 与 `{2}` 为 {3}",
    "no uncertain number is called `{}`": "没有名为 `{1}` 的不确定数字",
    "no number here is uncertain": "这里没有不确定的数字",
    "`{}` cannot be correlated with itself": "`{1}` 不能与自身设定相关性",
    "a correlation is a number from -1 to 1": "相关系数在 -1 与 1 之间",
    "`{}` and `{}` have a correlation already": "`{1}` 与 `{2}` 已设定相关性",
    "it is given here": "此处已经给出",
    "`{}` is no part of an ensemble": "`{1}` 不是抽样的一部分",
    "`parkline ensemble FILE --shard 1/4 --out PART` writes one":
      "`parkline ensemble FILE --shard 1/4 --out PART` 可写出一部分",
    "`{}` has layout {}, and this program reads layout {}": "`{1}` 的版式为 {2}，本程序读取版式 {3}",
    "make the part again with this program, or merge with the one that made it":
      "请用本程序重新生成该部分，或用生成它的程序合并",
    "it ends within its header": "文件在头部中断",
    "it ends {} bytes too early": "文件缺少末尾 {1} 字节",
    "{} bytes follow behind its end": "末尾之后多出 {1} 字节",
    "its checksum does not match what it holds": "校验和与内容不符",
    "its header does not read": "头部无法读取",
    "the numbers of `{}` do not read": "`{1}` 的数字无法读取",
    "bytes follow behind its columns": "各列之后还有多余字节",
    "`{}` is damaged: {}": "`{1}` 已损坏：{2}",
    "copy it again, or run its shard again": "请重新复制，或重新运行该部分",
    "`{}` belongs to another ensemble than `{}`: {}": "`{1}` 与 `{2}` 不属于同一次抽样：{3}",
    "merge parts of one run of `parkline ensemble`, whose options are the same":
      "只能合并同一次 `parkline ensemble` 运行、选项相同的各部分",
    "`{}` holds the same draws as `{}`: {}": "`{1}` 与 `{2}` 含有相同的抽样：{3}",
    "leave one of the two out": "请去掉其中一个",
    "there is no part to merge": "没有可合并的部分",
    "{} of {} are in no part": "{2} 次抽样中的 {1} 不在任何部分中",
    "{} of {} are in no part, and neither are those behind them": "{2} 次抽样中的 {1} 不在任何部分中，其后的也不在",
    "{} of {} are in no part, and neither are others behind them":
      "{2} 次抽样中的 {1} 不在任何部分中，其后还有一些也不在",
    "so are {}": "{1} 也是如此",
    "`parkline ensemble FILE --shard {} --out PART` makes the first of them":
      "`parkline ensemble FILE --shard {1} --out PART` 可生成其中第一部分",
    "{} is {}, and there {}": "{1}为 {2}，那里为 {3}",
    "its scenario is {}, and there {}": "情景为 {1}，那里为 {2}",
    "the version of the program": "程序版本",
    "its seed": "种子",
    "the sampling": "抽样方式",
    "the number of all draws": "抽样总次数",
    "the memory of a column": "每列占用的内存",
    "its figures are not the same": "数字不同",
    "`{}` and `{}` both hold {}": "`{1}` 和 `{2}` 都含有{3}",
    "draws {} to {}": "第 {1} 至 {2} 次抽样",
    "draw {}": "第 {1} 次抽样",
    "`{}` names no part of the draws": "`{1}` 不表示抽样的任何一部分",
    "`{} 3/8` is the third of eight parts": "`{1} 3/8` 表示八份中的第三份",
    "more than there can be": "超出可能的数量",
    "{} parts are {}": "分为 {1} 份{2}",
    "there is no part {} of {}: parts are counted from 1 to {}": "没有 {2} 份中的第 {1} 份：编号从 1 到 {3}",
    "it is not a finite number": "它不是有限的数",
  ]
}
