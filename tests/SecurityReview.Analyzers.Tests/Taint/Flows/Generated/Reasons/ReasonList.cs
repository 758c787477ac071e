using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>All reasons.</summary>
internal static class ReasonList
{
    public static ImmutableArray<Reason> All { get; } =
    [
        new OtherPlace(),
        new OtherObject(),
        new Overwritten(),
        new OtherCall(),
        new DeadBranch("DeadByConstant", "public const bool Search = {value};"),
        new DeadBranch("DeadByReadOnlyField", "public static readonly bool Search = {value};"),
        new DeadBranch("DeadByProperty", "public static bool Search => {value};"),
        new Checked("AllowList", text => $"!Allowed.Names.Contains({text})", text => $"{text}.Length > 100 * Allowed.Names.Count")
        {
            Types = """
                internal static class Allowed
                {
                    public static readonly HashSet<string> Names = ["open", "closed", "none"];
                }
                """,
        },
        new Checked("ConstantPattern", text => $"{text} is not (\"open\" or \"closed\" or \"none\")", text => $"{text} is \"\" or \"*\""),
        new Converted("Integer", text => $"int.Parse({text}).ToString()"),
        new Converted("Guid", text => $"Guid.Parse({text}).ToString(\"D\")"),
        new Parameterised(),
    ];
}
