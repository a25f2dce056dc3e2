extension Chinese {
  /// Branches beside each other, merges, and changes taken back.
  static let alternatives: [String: String] = [
    // diff, merge
    "`{}` and `{}` say the same": "`{1}` 与 `{2}` 内容相同",
    "`{}` is the branch at hand, and another one belongs here": "`{1}` 是当前分支，此处应为另一分支",
    "there is no other branch": "没有其他分支",
    "`keep` is given twice": "`keep` 写了两次",
    "`keep` is `ours` or `theirs`, and this is `{}`": "`keep` 应为 `ours` 或 `theirs`，而这里是 `{1}`",
    "`ours` is the branch at hand, `theirs` the one that is named":
      "`ours` 指当前分支，`theirs` 指所写的分支",
    "merged `{}`: nothing changes in `{}`, what both changed is settled by `keep`":
      "已合并 `{1}`：`{2}` 不变，双方都改动之处按 `keep` 处理",
    "`{}` has nothing that `{}` has not": "`{1}` 没有 `{2}` 所缺的内容",
    "merged `{}`: its comments": "已合并 `{1}`：其注释",
    "merged `{}`: {} change(s): {}": "已合并 `{1}`，改动 {2} 处：{3}",
    "{} declared": "新增 {1}", "{} removed": "删除 {1}", "{} {} unset": "取消 {1} {2}",
    "sources or comments of {}": "{1} 的来源或注释", "the order of declarations": "声明的顺序",
    "`{}` and `{}` do not agree on {}: nothing is merged": "`{1}` 与 `{2}` 在{3}上不一致：未作合并",
    "one thing": "一处", "{} things": " {1} 处",
    "before, it was `{}`": "此前为 `{1}`", "before, neither said it": "此前双方都没有写",
    "before, neither had it": "此前双方都没有", "`{}` says `{}`": "`{1}` 写的是 `{2}`",
    "`{}` does not say it": "`{1}` 没有写", "`{}` has unset it": "`{1}` 已取消它",
    "`{}` has removed `{}`": "`{1}` 已删除 `{2}`", "`{}` does not use it": "`{1}` 没有使用它",
    "`{}` has removed it": "`{1}` 已删除它",
    "`{}` names `{}`, which is gone": "`{1}` 引用了已不存在的 `{2}`",
    "merged `{}`: {} change(s): {} ({} of what both changed settled by `keep`)":
      "已合并 `{1}`，改动 {2} 处：{3}（双方都改动的 {4} 处按 `keep` 处理）",
    "`merge {} keep=ours` takes what `{}` says of it, `merge {} keep=theirs` what `{}` says":
      "`merge {1} keep=ours` 取 `{2}` 的写法，`merge {3} keep=theirs` 取 `{4}` 的写法",
    "say the same in both, for example `set {} {}`, and merge again":
      "请使双方一致，例如 `set {1} {2}`，再合并一次",
    // undo, redo, log
    "change {} is taken back already": "改动 {1} 已经撤销",
    "`redo to {}` goes there": "`redo to {1}` 可到那里",
    "this is the beginning": "这已是起点", "change {} is the last one already": "改动 {1} 已是最后一处",
    "number 0 is the beginning": "编号 0 是起点",
    "change {} holds, and was not taken back": "改动 {1} 有效，没有撤销过",
    "`undo to {}` goes there": "`undo to {1}` 可到那里",
    "`log` lists what was taken back before, and `redo to {}` goes to the last of it":
      "`log` 列出此前撤销的改动，`redo to {1}` 可到其中最后一处",
    "only one change can be made again": "只有一处改动可以重做",
    "the number of a change belongs here": "此处应为改动的编号",
    "`log` lists the changes with their numbers": "`log` 列出各处改动及编号",
    "`{} to` takes the number of a change, and this is `{}`": "`{1} to` 之后应为改动的编号，而这里是 `{2}`",
    "branch `{}` has no change {}": "分支 `{1}` 没有编号为 {2} 的改动",
    "nothing was changed in it": "其中没有改动", "its last number is {}": "最后的编号是 {1}",
    // figures of other branches
    "this is asked of the branch at hand alone, and `{}` is another":
      "这里只能问当前分支，而 `{1}` 是另一分支",
    "go there and ask: `switch {}`": "请先转到那里再问：`switch {1}`",
    "put both side by side with `compare`": "可用 `compare` 并列对照",
    "what a scenario says cannot read the branch `{}`": "情景的内容不能读取分支 `{1}`",
    "a scenario is what it says, and another branch may change or go":
      "情景由其内容决定，而另一分支可能改动或删除",
    "ask for it where it is shown: `print {} of {}`": "请在显示时查询：`print {1} of {2}`",
  ]
}
