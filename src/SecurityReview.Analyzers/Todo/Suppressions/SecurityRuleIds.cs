using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Todo.Suppressions;

/// <summary>Which ids belong to rules about security, ours and those of other packages.</summary>
internal static class SecurityRuleIds
{
    /// <summary>Prefixes that are followed by nothing but digits.</summary>
    private static readonly string[] s_families = ["SECR", "SCS", "SEC", "SG"];

    /// <summary>Beginnings of ids with as many digits as the longest of them has.</summary>
    private static readonly string[] s_groups = ["CA3", "CA5", "CA23"];

    private static readonly ImmutableHashSet<string> s_single = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "CA2100", "CA2109", "CA2119", "CA2153", "EF1000", "EF1002", "EF1003", "MA0039", "SYSLIB0011", "SYSLIB0021", "SYSLIB0022", "SYSLIB0023", "SYSLIB0039", "SYSLIB0041",
        "S2053", "S2068", "S2076", "S2077", "S2078", "S2083", "S2091", "S2092", "S2115", "S2245", "S2257", "S2612", "S2631", "S2755", "S3329", "S3330", "S3649", "S4036",
        "S4423", "S4426", "S4433", "S4502", "S4507", "S4790", "S4830", "S5042", "S5122", "S5131", "S5135", "S5144", "S5145", "S5146", "S5167", "S5332", "S5334", "S5344",
        "S5443", "S5445", "S5542", "S5547", "S5659", "S5693", "S5753", "S5766", "S5883", "S6096", "S6377", "S6418", "S6549", "S6639", "S6640", "S6680", "S6776");

    public static bool Contains(string id) =>
        s_single.Contains(id) ||
        s_families.Any(family => IsMember(id, family, family.Length + 4)) ||
        s_groups.Any(group => IsMember(id, group, 6));

    private static bool IsMember(string id, string beginning, int length) =>
        id.Length == length && id.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && id.Skip(beginning.Length).All(char.IsDigit);
}
