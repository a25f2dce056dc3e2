extension Chinese {
  /// In which futures something is so.
  static let discovery: [String: String] = [
    "find in which futures a condition holds: boxes of what is uncertain":
      "找出条件在哪些未来中成立：各不确定因素构成的箱体",
    "how many boxes are looked for, each in what is left": "寻找几个箱体，每个在其余抽样中寻找",
    "step {} of {}, {} of {} inputs: coverage {} of `{}`, density {}":
      "第 {1} 步（共 {2} 步），{4} 个因素中的 {3} 个：覆盖 `{6}` 的 {5}，密度 {7}",
    "box {}, step {} of {}, {} of {} inputs: coverage {} of `{}`, density {}":
      "箱体 {1}，第 {2} 步（共 {3} 步），{5} 个因素中的 {4} 个：覆盖 `{7}` 的 {6}，密度 {8}",
    "as statements, which lead into the box:": "写成语句，执行后即进入该箱体：",
    "as statements, which lead into box {}:": "写成语句，执行后即进入箱体 {1}：",
    "a limit of {} does what chance would in more than one of twenty cases: a step before it may do":
      "{1} 的界限在二十分之一以上的情形中可能只是偶然：取更早的一步也许就够了",
    "{} more steps: `path` shows them, and `box N` takes one":
      "另有 {1} 步：`path` 显示全部，`box N` 选取其中一步",
    "a tree finds no part in which it is so in more than half of the draws":
      "决策树没有找到条件在半数以上抽样中成立的部分",
    "{} of {} draws could not be run": "{2} 次抽样中有 {1} 次无法运行",
    "`{}` holds in {} of {} draws": "`{1}` 在 {3} 次抽样中的 {2} 次成立",
    "one draw has no value of it and is left out": "有 1 次抽样没有它的值，未计入",
    "{} draws have no value of it and are left out": "有 {1} 次抽样没有它的值，未计入",
    "a box of one draw says little: `ensemble draws=1000` draws more":
      "只有一次抽样的箱体说明不了什么：`ensemble draws=1000` 可多抽几次",
    "a box of {} draws says little: `ensemble draws=1000` draws more":
      "只有 {1} 次抽样的箱体说明不了什么：`ensemble draws=1000` 可多抽几次",
    "which firms close is in no statement: of each the share of its like that lives longer is shown":
      "没有语句能写明哪些企业歇业：所示为各企业的同类中活得更久者的占比",
    "{} of them are in no box: `boxes={}` looks for one more":
      "其中 {1} 不在任何箱体中：`boxes={2}` 再找一个",
    "the steps of this box are 0 to {}": "该箱体的步骤为 0 至 {1}",
    "`path` shows all of them": "`path` 显示全部步骤",
    "boxes take {} draws or more, and `{}` has a value in {}":
      "箱体至少需要 {1} 次抽样，而 `{2}` 只在 {3} 次中有值",
    "each of the {} draws could be run": "{1} 次抽样每一次都能运行",
    "`{}` holds in none of the {} draws, so no box can be found":
      "`{1}` 在 {2} 次抽样中没有一次成立，找不出箱体",
    "`{}` holds in each of the {} draws, so no box can be found":
      "`{1}` 在 {2} 次抽样中次次成立，找不出箱体",
    "ask for what happens in some of them: `worst` and `best` say how far figures reach":
      "请问只在部分抽样中发生的事：`worst` 和 `best` 说明指标可达到的范围",
    "nothing that is uncertain differs between these draws, so no box can be found":
      "这些抽样之间没有不确定因素的差别，找不出箱体",
    "give a number a range, for example `set p2 delay=0y to 2y`":
      "请给某个数字一个区间，例如 `set p2 delay=0y to 2y`",
    "this holds no condition": "这里没有条件",
    "for example `discover \"npv(net_local) < 0\"`": "例如 `discover \"npv(net_local) < 0\"`",
    "for example `discover npv(net_local) < 0`": "例如 `discover npv(net_local) < 0`",
    "`discover` takes a condition, and this is {}": "`discover` 需要条件，而这是{1}",
    "`discover` takes a condition that holds or not in each draw, and this has a value for each period":
      "`discover` 需要在每次抽样中或成立或不成立的条件，而这在每个期间各有一个值",
    "name a period, for example `tax[2030] < 1bn`": "请写明期间，例如 `tax[2030] < 1bn`",
    "`discover` looks at one draw after the other, and this reads all of them":
      "`discover` 逐次查看抽样，而这要读取全部抽样",
    "`box` takes the number of a step, from 0 on": "`box` 需要步骤的序号，从 0 起",
    "`boxes` takes a whole number from 1 to {}": "`boxes` 需要 1 至 {1} 的整数",
    "write for example `boxes=2`": "例如写作 `boxes=2`",
    "whether it runs": "能否运行", "nothing is answered": "没有结果",
  ]
}
