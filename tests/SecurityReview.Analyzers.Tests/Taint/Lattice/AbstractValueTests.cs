using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Tests.Taint.Lattice;

/// <summary>The laws of a join semilattice; the solver's termination stands on them.</summary>
public class AbstractValueTests
{
    private static readonly ISymbol s_member = CSharpCompilation.Create("laws", [CSharpSyntaxTree.ParseText("class C { void M() { } }")]).GetTypeByMetadataName("C")!.GetMembers("M").Single();

    private static readonly AbstractValue[] s_values =
    [
        AbstractValue.Bottom,
        AbstractValue.Clean,
        AbstractValue.OfConstant("a"),
        AbstractValue.OfConstant("b"),
        AbstractValue.OfConstant(null),
        AbstractValue.OfConstant("c").Join(AbstractValue.OfConstant("d")).Join(AbstractValue.OfConstant("e")),
        AbstractValue.OfConstant("f").Join(AbstractValue.OfConstant(null)),
        Tainted("x"),
        Tainted("y"),
        Tainted("x").Join(Tainted("y")),
        AbstractValue.OfObject(new HeapObject.Passed(new SymbolicOrigin(s_member, null))),
        Tainted("x").WithObject(new HeapObject.Passed(new SymbolicOrigin(s_member, null))),
        AbstractValue.OfObject(new HeapObject.Allocation(SyntaxFactory.IdentifierName("a"))),
    ];

    public static TheoryData<int, int, int> Triples
    {
        get
        {
            var triples = new TheoryData<int, int, int>();
            foreach (var a in Enumerable.Range(0, s_values.Length))
                foreach (var b in Enumerable.Range(0, s_values.Length))
                    triples.Add(a, b, (a + (3 * b)) % s_values.Length);
            return triples;
        }
    }

    [Theory]
    [MemberData(nameof(Triples))]
    public void Join_IsCommutativeAssociativeAndIdempotent(int first, int second, int third)
    {
        var (a, b, c) = (s_values[first], s_values[second], s_values[third]);
        Assert.Equal(a.Join(b), b.Join(a));
        Assert.Equal(a.Join(b).Join(c), a.Join(b.Join(c)));
        Assert.Equal(a, a.Join(a));
        Assert.Equal(a, a.Join(AbstractValue.Bottom));
        Assert.Equal(a.Join(b), a.Join(b).Join(b));
    }

    [Fact]
    public void Join_KeepsAFewConstants()
    {
        var few = Enumerable.Range(0, ConstantLattice.MaxValues).Select(static i => ConstantLattice.Of(i)).Aggregate(static (all, one) => all.Join(one));
        Assert.Equal(Enumerable.Range(0, ConstantLattice.MaxValues).Cast<object?>(), few.Values);
        Assert.True(few.IsNotNull);
        Assert.False(few.Join(ConstantLattice.Of(-1)).HasValues);
        Assert.True(few.Join(ConstantLattice.Of(-1)).IsNotNull);
        Assert.False(few.Join(ConstantLattice.Of(null)).IsNotNull);
    }

    [Fact]
    public void Join_KeepsBothOriginsAndForgetsDifferentConstants()
    {
        var joined = Tainted("x").Join(Tainted("y"));
        Assert.Equal(2, joined.Taints.Length);
        Assert.False(AbstractValue.OfConstant("a").Join(AbstractValue.OfConstant("b")).Constant.IsKnown);
        Assert.True(AbstractValue.OfConstant("a").Join(AbstractValue.OfConstant("a")).Constant.IsKnown);
    }

    [Fact]
    public void Join_KeepsTheShorterWay_WhicheverCameFirst()
    {
        var shorter = Tainted("x").Through(SyntaxFactory.IdentifierName("a"));
        var longer = Tainted("x").Through(SyntaxFactory.IdentifierName("b")).Through(SyntaxFactory.IdentifierName("c"));
        Assert.Equal(shorter, shorter.Join(longer));
        Assert.Equal(shorter, longer.Join(shorter));
    }

    [Fact]
    public void Join_IsLimitedInWidth()
    {
        var value = AbstractValue.Bottom;
        for (var i = 0; i < 100; i++)
            value = value.Join(Tainted("source " + i));
        Assert.Equal(AbstractValue.MaxWidth, value.Taints.Length);
    }

    [Fact]
    public void Way_SaysNothingOfTheOrigin_AndStopsGrowing()
    {
        var value = Tainted("x");
        for (var i = 0; i < 100; i++)
            value = value.Through(SyntaxFactory.IdentifierName("s" + i));
        Assert.True(Tainted("x").Taints[0].IsSame(value.Taints[0]));
        Assert.Equal(TraceStep.MaxLength, value.Taints[0].Steps().Length);
    }

    private static AbstractValue Tainted(string source) =>
        AbstractValue.OfOrigin(new SourceOrigin(SourceKinds.Remote, source, Location.None));
}
