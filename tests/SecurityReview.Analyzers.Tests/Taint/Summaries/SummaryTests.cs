using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Summaries;
using static SecurityReview.Analyzers.Tests.Taint.Summaries.SmallPrograms;

namespace SecurityReview.Analyzers.Tests.Taint.Summaries;

/// <summary>What a summary tells the callers of a function, in terms of what it was given.</summary>
public class SummaryTests
{
    [Fact]
    public void Return_IsTheParameterUnchanged()
    {
        var taint = Assert.Single(SummaryOf("string F(string a, string b) => a;").Return.Taints);
        Assert.Equal("a", Spell(taint.Origin));
        Assert.True(taint.IsWhole);
    }

    [Fact]
    public void Return_IsMadeOfParameters()
    {
        var taints = SummaryOf("string F(string a, string b) => a + b;").Return.Taints;
        Assert.Equal(["a", "b"], taints.Select(static taint => Spell(taint.Origin)).Order(StringComparer.Ordinal));
        Assert.All(taints, static taint => Assert.False(taint.IsWhole));
    }

    [Fact]
    public void Return_IsAMemberOfAParameter() =>
        Assert.Equal(["a.Name"], OriginsOf(SummaryOf("string F(Box a) => a.Name;").Return));

    [Fact]
    public void CopyOfAStructure_RemembersTheParameter() =>
        Assert.Equal(["a.Name"], OriginsOf(SummaryOf("struct S { public string Name; public string Other; } string F(S a) { var copy = a; copy.Other = \"\"; return copy.Name; }").Return));

    [Fact]
    public void CopyOfARecord_KnowsWhatWasReplaced() =>
        Assert.Empty(OriginsOf(SummaryOf("record R(string Name, string Other); string F(R a) { var copy = a with { Name = \"\" }; return copy.Name; }").Return));

    [Fact]
    public void Return_IsAMemberOfTheInstance() =>
        Assert.Equal(["F._name"], OriginsOf(SummaryOf("private string _name = \"\"; string F() => _name; void Keep(string a) => _name = a;").Return));

    [Fact]
    public void Return_OfAConstant_IsTheConstant()
    {
        var result = SummaryOf("string F(string a) => \"x\";").Return;
        Assert.False(result.IsTainted);
        Assert.Equal("x", result.Constant.Value);
    }

    [Fact]
    public void OverwrittenParameter_IsNotReturned() => Assert.False(SummaryOf("string F(string a) { a = \"x\"; return a; }").Return.IsTainted);

    [Fact]
    public void OutParameter_IsAnEffect() => Assert.Equal(["a"], OriginsOf(VariableOf(SummaryOf("void F(string a, out string b) { b = a; }"), "b")!));

    [Fact]
    public void RefParameter_IsAnEffect() => Assert.Equal(["a"], OriginsOf(VariableOf(SummaryOf("void F(string a, ref string b) { b = a; }"), "b")!));

    [Fact]
    public void UntouchedRefParameter_IsNoEffect() => Assert.Null(VariableOf(SummaryOf("string F(string a, ref string b) => a + b;"), "b"));

    [Fact]
    public void ParameterByValue_IsNoEffect() => Assert.Empty(SummaryOf("void F(string a, string b) { b = a; }").Effects.Variables);

    [Fact]
    public void MemberOfTheInstance_IsAnEffect()
    {
        var slot = Assert.Single(SummaryOf("private string _name = \"\"; void F(string a) { _name = a; }").Effects.Slots);
        Assert.Equal("_name", slot.Key.Name);
        Assert.Equal("F", Spell(Assert.IsType<HeapObject.Passed>(slot.Key.Object).Origin));
        Assert.Equal(["a"], OriginsOf(slot.Value));
    }

    [Fact]
    public void MemberOfAParameter_IsAnEffect()
    {
        var slot = Assert.Single(SummaryOf("void F(string a, Box b) { b.Name = a; }").Effects.Slots);
        Assert.Equal("b", Spell(Assert.IsType<HeapObject.Passed>(slot.Key.Object).Origin));
        Assert.Equal(["a"], OriginsOf(slot.Value));
    }

    [Fact]
    public void MemberOfAnObjectThatNobodyGets_IsNoEffect() =>
        Assert.Empty(SummaryOf("void F(string a) { var box = new Box(); box.Name = a; }").Effects.Slots);

    [Fact]
    public void MemberOfTheReturnedObject_IsAnEffect() =>
        Assert.Equal(["a"], OriginsOf(Assert.Single(SummaryOf("Box F(string a) => new Box { Name = a };").Effects.Slots, static slot => slot.Key.Name == "Name").Value));

    [Fact]
    public void StaticField_IsAnEffect() =>
        Assert.Equal(["a"], OriginsOf(VariableOf(SummaryOf("private static string s_last = \"\"; void F(string a) { s_last = a; }"), "s_last")!));

    [Fact]
    public void StaticField_IsReadAsItself() =>
        Assert.Equal(["s_last"], OriginsOf(SummaryOf("public static string s_last = \"\"; static string F() => s_last; void W(string a) => s_last = a;").Return));

    [Fact]
    public void Throw_IsTold() => Assert.NotEmpty(SummaryOf("void F(string a) { throw new InvalidOperationException(a); }").Thrown.Objects);

    [Fact]
    public void CaughtThrow_IsNotTold() =>
        Assert.Same(AbstractValue.Bottom, SummaryOf("void F(string a) { try { throw new InvalidOperationException(a); } catch (InvalidOperationException) { } }").Thrown);

    [Fact]
    public void Flag_IsConsulted() => Assert.Equal(["flag"], SummaryOf("string F(string a, bool flag) => flag ? a : \"\";").Consulted.Select(Spell));

    [Fact]
    public void ValueOfASwitch_IsConsulted() => Assert.Equal(["mode"], SummaryOf("string F(string a, int mode) => mode switch { 1 => a, _ => \"\" };").Consulted.Select(Spell));

    [Fact]
    public void KeyOfAnElement_IsConsulted() =>
        Assert.Contains("key", SummaryOf("string F(Dictionary<string, string> a, string key) => a[key];").Consulted.Select(Spell));

    [Fact]
    public void ElementsOfAnAllowList_AreConsulted() =>
        Assert.Contains("known[]", SummaryOf("bool F(List<string> known, string a) { if (known.Contains(a)) return true; return false; }").Consulted.Select(Spell));

    [Fact]
    public void FlagOfACallee_IsConsultedToo() =>
        Assert.Equal(["on"], SummaryOf("string F(string a, bool on) => G(a, on); string G(string b, bool flag) => flag ? b : \"\";").Consulted.Select(Spell));

    [Fact]
    public void UnusedFlag_IsNotConsulted() => Assert.Empty(SummaryOf("string F(string a, bool flag) => a;").Consulted);

    [Fact]
    public void Guard_IsVouchedForWhereItReturnsTrue() =>
        Assert.Equal(
            new ValidatedParameter(0, true),
            Assert.Single(SummaryOf("static readonly HashSet<string> s_names = [\"a\", \"b\"]; bool F(string a) => s_names.Contains(a);").Validated));

    [Fact]
    public void GuardOfAMember_IsVouchedForWhereItReturnsTrue() =>
        Assert.Equal(new ValidatedParameter(0, true, new AccessPath(null, "Name")), Assert.Single(SummaryOf("bool F(Box a) => a.Name is \"x\" or \"y\";").Validated));

    [Fact]
    public void GuardOfAMemberOfTheInstance_IsVouchedFor() =>
        Assert.Equal(
            new ValidatedParameter(ValidatedParameter.Instance, false, new AccessPath(null, "_name")),
            Assert.Single(SummaryOf("private string _name = \"\"; bool F(string a) => !(_name == \"x\"); void Keep(string a) => _name = a;").Validated));

    [Fact]
    public void ClearedCollection_KeepsNothingOfTheCaller()
    {
        var elements = SummaryOf("void F(List<string> a, string b) { a.Clear(); a.Add(b); }").Effects.Slots.Single(static slot => slot.Key.Name == HeapSlot.AnyElement);
        Assert.Equal(["b"], OriginsOf(elements.Value));
    }

    [Fact]
    public void RemovedPlaces_AreAnEffect() =>
        Assert.True(SummaryOf("void F(List<string> a) { a.RemoveAt(0); a.RemoveAt(2); }").Effects.Slots.Single().Value.Constant.IsKnown);

    [Fact]
    public void GuardThatThrows_IsVouchedForWhereItReturns() =>
        Assert.Contains(new ValidatedParameter(0, null), SummaryOf("void F(string a) { if (a is not (\"x\" or \"y\")) throw new ArgumentException(a); }").Validated);

    [Fact]
    public void OtherTest_IsNotVouchedFor() => Assert.Empty(SummaryOf("bool F(string a) => a.Length > 3;").Validated);

    [Fact]
    public void CallOfADelegate_IsApplied()
    {
        var summary = SummaryOf("string F(string a) => G(a, x => x + \"!\"); string G(string b, Func<string, string> f) => f(b);");
        Assert.Equal(["a"], OriginsOf(summary.Return));
    }

    /// <summary>Who asks for the calls of a method that is named here looks in here; its callers would only hand it on.</summary>
    [Theory]
    [InlineData("string F(string a) => G(a, H); string G(string b, Func<string, string> f) => f(b); string H(string x) => x;")]
    [InlineData("string F(string a) => G(a, x => x); string G(string b, Func<string, string> f) => f(b);")]
    [InlineData("string F(string a) => G(a); string G(string a) { Func<string, string> f = H; return f(a); } static string H(string x) => x;")]
    public void DelegateThatIsNamedHereOrBelow_IsNotToldOf(string members) => Assert.Empty(SummaryOf(members).Applied);

    [Fact]
    public void Recursion_Ends() => Assert.Equal(["a"], OriginsOf(SummaryOf("string F(string a, int n) => n == 0 ? a : F(a, n - 1);").Return));

    [Fact]
    public void MutualRecursion_Ends() =>
        Assert.Equal(["a"], OriginsOf(SummaryOf("string F(string a, int n) => n == 0 ? a : G(a, n); string G(string b, int n) => F(b, n - 1);").Return));

    [Fact]
    public void RecursionThatGrows_Ends() =>
        Assert.Contains("a", OriginsOf(SummaryOf("Box F(Box a, int n) => n == 0 ? a : F(new Box { Inner = a, Name = a.Name }, n - 1);").Return));

    [Fact]
    public void RecursionWithoutEnd_ReturnsNothing() => Assert.False(SummaryOf("string F(string a) => F(a);").Return.IsTainted);

    private const string Long = "{ var b = a; b = b + 1; b = b + 2; b = b + 3; b = b + 4; b = b + 5; return b; }";

    [Fact]
    public void BodyOfTooManySteps_IsUnknownAndTold()
    {
        var summary = SummaryOf($"string F(string a) {Long}", maxSteps: 12);
        Assert.False(summary.Return.IsTainted);
        Assert.Equal(("F", BudgetLimit.Steps), (summary.Spent!.Member.Name, summary.Spent.Limit));
    }

    [Fact]
    public void BodyThatCallsOneOfTooManySteps_TellsToo() =>
        Assert.Equal("G", SummaryOf($"string F(string a) => a + G(a); string G(string a) {Long}", maxSteps: 12).Spent!.Member.Name);

    [Fact]
    public void BodyWithinTheBudget_TellsNothing() => Assert.Null(SummaryOf($"string F(string a) => a + G(a); string G(string a) {Long}").Spent);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SpecialSummaries_AreCountedForEachBody(bool isAskedLater)
    {
        var members = $"string F(string a) => Pick(a, -1); string Pick(string a, int n) {{ if (n < 0) return \"\"; return a; }} void Many(string a) {{ {Calls(60)} }}";
        Assert.False(SummaryOf(members, earlier: isAskedLater ? "Many" : null).Return.IsTainted);
    }

    [Fact]
    public void BodyThatAsksInTooManyWays_GetsTheSummaryMadeForAll()
    {
        const string Members = "string Pick(string a, int n) { if (n < 0) return \"\"; return a; } string F(string a) { ";
        Assert.True(SummaryOf(Members + Calls(60) + " return Pick(a, -1); }").Return.IsTainted);
        Assert.False(SummaryOf(Members + Calls(30) + " return Pick(a, -1); }").Return.IsTainted);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(7, true)]
    public void NewConstants_AreFollowedThroughSixCalls(int calls, bool isTainted)
    {
        var layers = string.Concat(Enumerable.Range(1, calls).Select(n => $"string G{n}(string a, int n) => n > 0 ? a : G{n + 1}(a, n - 1); "));
        Assert.Equal(isTainted, SummaryOf($"{layers} string G{calls + 1}(string a, int n) {{ if (n < 0) return \"\"; return a; }} string F(string a) => G1(a, -1);").Return.IsTainted);
    }

    [Fact]
    public void TheSameConstant_IsFollowedThroughAllCalls()
    {
        var layers = string.Concat(Enumerable.Range(1, 20).Select(static n => $"string G{n}(string a, int n) => G{n + 1}(a, n); "));
        Assert.False(SummaryOf($"{layers} string G21(string a, int n) {{ if (n < 0) return \"\"; return a; }} string F(string a) => G1(a, -1);").Return.IsTainted);
    }

    private static string Calls(int count) => string.Concat(Enumerable.Range(0, count).Select(static n => $"Pick(a, {n}); "));

    private static AbstractValue? VariableOf(Summary summary, string name) =>
        summary.Effects.Variables.Where(pair => pair.Key is ISymbol symbol && symbol.Name == name).Select(static pair => pair.Value).SingleOrDefault();
}
