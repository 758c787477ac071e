using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Summaries;
using static SecurityReview.Analyzers.Tests.Taint.Summaries.SmallPrograms;

namespace SecurityReview.Analyzers.Tests.Taint.Summaries;

/// <summary>Functions that call each other: what is told of them is the same wherever a question enters, and what there would be no end of is told once.</summary>
public class RecursionTests
{
    [Theory]
    [InlineData(LargeRecursions.MaxFunctions, false)]
    [InlineData(LargeRecursions.MaxFunctions + 1, true)]
    public void FunctionsOfALargeRecursion_AreNotToldApartByConstants(int functions, bool isTainted) =>
        Assert.Equal(isTainted, SummaryOf($"{Ring(functions)} string F(string a) => G0(a, false);").Return.IsTainted);

    /// <summary>What is asked from outside still is: the first function of the recursion is told what the caller knows.</summary>
    [Fact]
    public void LargeRecursion_IsToldApartFromOutside() =>
        Assert.False(SummaryOf($"{Ring(20)} string Enter(string a, bool gives) {{ if (gives) return G0(a, true); return \"\"; }} string F(string a) => Enter(a, false);").Return.IsTainted);

    [Theory]
    [InlineData(4)]
    [InlineData(30)]
    public void WhereTheRecursionIsEntered_ChangesNothing(int functions)
    {
        var members = $"{Ring(functions)} string F(string a) => G0(a, true) + G1(a, false); string Other(string a) => G{functions / 2}(a, true) + G{functions - 1}(a, true);";
        var (alone, later) = (SummaryOf(members).Return, SummaryOf(members, earlier: "Other").Return);
        Assert.Equal(OriginsOf(alone), OriginsOf(later));
        Assert.Equal(alone.Taints.Select(static taint => taint.IsWhole), later.Taints.Select(static taint => taint.IsWhole));
    }

    /// <summary>They would differ from round to round.</summary>
    [Theory]
    [InlineData(LargeRecursions.MaxFunctions, true)]
    [InlineData(LargeRecursions.MaxFunctions + 1, false)]
    public void WaysThroughALargeRecursion_AreNotTold(int functions, bool areTold)
    {
        var ring = string.Concat(Enumerable.Range(0, functions).Select(n => $"static string? s_{n}; void G{n}(string a) {{ var copy = a + {n}; s_{n} = copy; G{(n + 1) % functions}(a); }} "));
        var effects = SummaryOf($"{ring} void F(string a) => G0(a);").Effects.Variables.Where(static pair => pair.Key is IFieldSymbol).Select(static pair => pair.Value).ToList();
        Assert.Equal(functions, effects.Count);
        Assert.All(effects, value => Assert.Equal(["a"], OriginsOf(value)));
        // The call of the recursion is a step of its own.
        Assert.Equal(areTold ? functions : 0, effects.Count(static value => value.Taints.Single().Trace is { Length: > 1 }));
    }

    /// <summary>A visitor of trees leads to more places than a value tells of, in each round to others first.</summary>
    [Fact]
    public void WalkThroughAllMembers_ComesToAnEnd()
    {
        var members = string.Concat(Enumerable.Range(0, 24).Select(static n => $"public Node? P{n}; "));
        var cases = string.Concat(Enumerable.Range(0, 24).Select(static n => $"case {n}: if (n > 7) {{ kept.P{n} = node; Visit(kept, node.P{(n + 7) % 24}, n - 1); }} node = node.P{n}; continue; "));
        var summary = SummaryOf(
            $"class Node {{ {members} }} void Visit(Node kept, Node? node, int n) {{ while (node != null) {{ switch (n) {{ {cases} }} kept.P1 = node; return; }} }} void F(Node kept, Node node, int n) => Visit(kept, node, n);");
        Assert.Null(summary.Spent);
        Assert.NotEmpty(summary.Effects.Slots);
    }

    /// <summary>Each round tells of one parameter more. A recursion that is cut tells what depends on where it was entered, and so on which thread came first.</summary>
    [Fact]
    public void RecursionThatTurnsItsParameters_ComesToAnEnd()
    {
        var names = Enumerable.Range(0, 15).Select(static n => $"p{n}").ToList();
        var summary = SummaryOf(
            $"string F({string.Join(", ", names.Select(static name => "string " + name))}) {{ if (Environment.TickCount > 3) return p0; return F({string.Join(", ", names.Skip(1).Append("p0"))}); }}");
        Assert.Null(summary.Spent);
        Assert.Equal(names.Order(StringComparer.Ordinal), OriginsOf(summary.Return));
    }

    [Fact]
    public void TextThroughALargeRecursion_IsFollowed() =>
        Assert.Equal(["a"], OriginsOf(SummaryOf($"{Ring(200)} string F(string a) => G0(a, true);").Return));

    [Fact]
    public void ObjectThroughALargeRecursion_KeepsWhatItHolds()
    {
        var ring = string.Concat(Enumerable.Range(0, 20).Select(static n => $"Box G{n}(Box a) {{ if (Environment.TickCount > {n}) return new Box {{ Name = a.Name }}; return G{(n + 1) % 20}(a); }} "));
        Assert.Equal(["a.Name"], OriginsOf(SummaryOf($"{ring} string F(Box a) => G0(a).Name;").Return));
    }

    /// <summary>Two calls in itself would make seven objects of one in three rounds.</summary>
    [Fact]
    public void ObjectsOfARecursion_AreToldApartByTheLastRoundOnly() =>
        Assert.Equal(3, SummaryOf("Box F(Box a, int n) { if (n == 0) return new Box { Name = a.Name }; var left = F(a, n - 1); var right = F(a, n + 1); return n > 5 ? left : right; }").Return.Objects.Length);

    /// <summary>A lambda that is called where it stands is no recursion of the method around.</summary>
    [Fact]
    public void ObjectsMadeInALambda_AreToldApart() => Assert.Empty(OriginsOf(SummaryOf(
        "Box Make() => new Box(); string F(string a) { Box left = new Box(), right = new Box(); Action both = () => { left = Make(); right = Make(); }; both(); left.Name = a; return right.Name; }").Return));

    [Theory]
    [InlineData(30, 30)]
    [InlineData(70, 1)]
    public void TooManyObjectsOfOnePlace_AreOne(int calls, int objects)
    {
        var made = string.Concat(Enumerable.Range(0, calls).Select(static n => $"all[{n}] = Make(a); "));
        var names = SummaryOf($"Box Make(Box a) => new Box {{ Name = a.Name }}; void F(Box a, Box[] all) {{ {made} }}").Effects.Slots.Where(static slot => slot.Key.Name == "Name").ToList();
        Assert.All(names, static slot => Assert.Equal(["a.Name"], OriginsOf(slot.Value)));
        Assert.Equal(objects, names.Count);
    }

    [Fact]
    public void ManyDelegates_AreStillCalled()
    {
        var choices = string.Concat(Enumerable.Range(0, 9).Select(static n => $"if (n == {n}) f = s => s + \"{n}\"; "));
        Assert.Equal(["a"], OriginsOf(SummaryOf($"string Run(Func<string, string> f, string s) => f(s); string F(string a, int n) {{ Func<string, string> f = s => \"\"; {choices} return Run(f, a); }}").Return));
    }

    [Fact]
    public void ConstantsThatAreWritten_AreFollowedThroughAllCalls()
    {
        var layers = string.Concat(Enumerable.Range(0, 20).Select(static n => $"string G{n}(string a, string how) => G{n + 1}(a, \"{n}\"); "));
        Assert.False(SummaryOf($"{layers} string G20(string a, string how) {{ if (how == \"19\") return \"\"; return a; }} string F(string a) => G0(a, \"\");").Return.IsTainted);
    }

    /// <summary>Functions each of which gives back what it was given, if told so, or calls the next one; the last calls the first.</summary>
    private static string Ring(int functions) => string.Concat(Enumerable.Range(0, functions).Select(n =>
        $"string G{n}(string a, bool gives) {{ if (Environment.TickCount > {n}) {{ if (gives) return a; return \"\"; }} return G{(n + 1) % functions}(a, gives); }} "));
}
