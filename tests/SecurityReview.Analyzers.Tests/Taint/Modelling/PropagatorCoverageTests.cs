using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>The types that programs use most have a row for every method that could hand something on.</summary>
public class PropagatorCoverageTests
{
    /// <summary>Methods that tell about the content without handing it on, take something away, or hand their object on in another coat.</summary>
    private static readonly HashSet<string> s_judged = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetTypeCode", "Compare", "CompareTo", "CompareOrdinal", "Contains", "ContainsKey", "ContainsValue", "IndexOf", "IndexOfAny",
        "LastIndexOf", "LastIndexOfAny", "BinarySearch", "StartsWith", "EndsWith", "IsNormalized", "IsNullOrEmpty", "IsNullOrWhiteSpace", "SequenceEqual", "SetEquals",
        "Overlaps", "IsSubsetOf", "IsSupersetOf", "IsProperSubsetOf", "IsProperSupersetOf", "TryGetNonEnumeratedCount",
        "EnsureCapacity", "TrimExcess", "Remove", "RemoveAt", "RemoveRange", "RemoveFirst", "RemoveLast", "ExceptWith", "Intersect", "IntersectWith",
        "GetEnumerator", "AsEnumerable", "AsReadOnly", "GetPinnableReference", "GetObjectData", "OnDeserialization", "CreateSetComparer", "GetAlternateLookup", "TryGetAlternateLookup",
        "Empty", "Range", "Sequence", "InfiniteSequence",
    };

    private static readonly Compilation s_compilation = Compilations.Create("", Setting.Default);

    private static readonly ModelSet s_models = new(BuiltInModels.Rows);

    private static readonly string[] s_types =
    [
        "System.String", "System.Text.StringBuilder", "System.Linq.Enumerable", "System.Collections.Generic.List`1", "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.HashSet`1", "System.Collections.Generic.Queue`1", "System.Collections.Generic.Stack`1", "System.Collections.Generic.LinkedList`1",
    ];

    public static TheoryData<string> Types => new(s_types);

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryMethod_HasARowOrIsJudged(string type) =>
        Complaints.AssertNone(MethodsOf(type).Where(method => !s_judged.Contains(method.Name) && !IsTextOfText(method) && s_models.RowsOf(method).IsEmpty).Select(method => method.ToDisplayString()));

    [Fact]
    public void EveryJudgement_IsAboutSomething()
    {
        var names = s_types.SelectMany(MethodsOf).Select(method => method.Name).ToHashSet();
        Complaints.AssertNone(s_judged.Where(name => !names.Contains(name)));
    }

    /// <summary>What the engine takes for granted: text arguments and a text receiver make a text result.</summary>
    private static bool IsTextOfText(IMethodSymbol method) =>
        method.ReturnType.SpecialType == SpecialType.System_String && method.ContainingType.SpecialType == SpecialType.System_String;

    private static IEnumerable<IMethodSymbol> MethodsOf(string type) =>
        s_compilation.GetTypesByMetadataName(type).SelectMany(found => found.GetMembers()).OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public });
}
