using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Summaries;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Summaries;

public class LargeRecursionsTests
{
    private const int Large = LargeRecursions.MaxFunctions + 1;

    private static readonly SummaryKey[] s_keys = Keys(4 * Large);

    [Fact]
    public void FunctionsThatCallEachOther_AreFound() => Assert.Equal(Large, Found(Large, static n => [(n + 1) % Large]));

    [Fact]
    public void OneFewer_IsNotLarge() => Assert.Equal(0, Found(Large - 1, static n => [(n + 1) % (Large - 1)]));

    [Fact]
    public void WithoutACycle_ThereIsNone() => Assert.Equal(0, Found(4 * Large, static n => n + 1 < 4 * Large ? [n + 1, 4 * Large - 1] : []));

    [Fact]
    public void WhatLeadsThereAndWhatItCalls_IsNoPartOfIt() =>
        Assert.Equal(Large, Found(4 * Large, static n => n < Large ? [n + 1] : n < 2 * Large ? [Large + ((n + 1) % Large), (2 * Large) + (n % Large)] : []));

    [Fact]
    public void TwoRecursions_AreBothFound() =>
        Assert.Equal(2 * Large, Found(2 * Large, static n => n < Large ? [(n + 1) % Large, n + Large] : [Large + ((n + 1) % Large)]));

    [Fact]
    public void SpecialSummariesOfFewFunctions_AreNotMany()
    {
        var keys = Enumerable.Range(0, 100_000).Select(static n => s_keys[0] with { Knowledge = $"{n}" }).ToArray();
        Assert.Empty(LargeRecursions.In(keys, key => [keys[(int.Parse(key.Knowledge, System.Globalization.CultureInfo.InvariantCulture) + 1) % keys.Length]]));
    }

    /// <summary>Each reads the next one and the one after it, or all the first one: as many ways around as there are summaries, and one more.</summary>
    [Theory]
    [InlineData(LargeRecursions.MaxCircuits - 1, 0)]
    [InlineData(LargeRecursions.MaxCircuits, 2)]
    public void SpecialSummariesThatNeedEachOther_InMoreWays(int summaries, int found)
    {
        var keys = Enumerable.Range(0, summaries).Select(static n => s_keys[n % 2] with { Knowledge = $"{n}" }).ToArray();
        Assert.Equal(found, LargeRecursions.In(keys, key => Others(int.Parse(key.Knowledge, System.Globalization.CultureInfo.InvariantCulture))).Count);

        SummaryKey[] Others(int n) => [keys[(n + 1) % summaries], keys[(n + 2) % summaries]];
    }

    /// <summary>Functions with one summary each are not told apart: how often they call each other is their own affair.</summary>
    [Fact]
    public void FewFunctionsThatAllCallEachOther_AreNotLarge() =>
        Assert.Equal(0, Found(LargeRecursions.MaxFunctions, static n => Enumerable.Range(0, LargeRecursions.MaxFunctions).ToArray()));

    private static int Found(int functions, Func<int, int[]> reads) =>
        LargeRecursions.In(s_keys.Take(functions), key => reads(Array.IndexOf(s_keys, key)).Select(static n => s_keys[n])).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Count();

    private static SummaryKey[] Keys(int count) =>
        Compilations.Create($"class C {{ {string.Concat(Enumerable.Range(0, count).Select(static n => $"void M{n}() {{ }} "))} }}", new Setting())
            .GetTypeByMetadataName("C")!.GetMembers().OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary)
            .Select(static method => new SummaryKey(method, "", 0)).ToArray();
}
