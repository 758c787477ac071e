using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Transfer;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Relevance;

/// <summary>Which calls of a body are looked into for the argument of <c>Sink</c>.</summary>
public class SlicerTests
{
    [Theory]
    [InlineData("var a = Make(); Sink(a);", "Make")]
    [InlineData("var a = Make(); var b = a + \"x\"; Sink(b);", "Make")]
    [InlineData("string a; Fill(out a); Sink(a);", "Fill")]
    [InlineData("var box = new Box(); Put(box); Sink(box.Text);", "new Box,Put")]
    [InlineData("var box = new Box(); var list = new System.Collections.Generic.List<Box>(); list.Add(box); Put(box); Sink(list[0].Text);", "new Box,Put")]
    [InlineData("var box = new Box(); var other = box; Put(other); Sink(box.Text);", "new Box,Put")]
    [InlineData("Check(text); Sink(text);", "Check")]
    [InlineData("if (text.Length > 3) Fail(); Sink(text);", "Fail")]
    [InlineData("if (IsOn()) Sink(text);", "IsOn")]
    [InlineData("var on = IsOn(); if (on) Sink(text);", "IsOn")]
    [InlineData("try { Work(); } catch (System.Exception e) { Sink(e.Message); }", "Work")]
    [InlineData("foreach (var a in Many()) Sink(a);", "Many")]
    [InlineData("if (Find() is { } found) Sink(found);", "Find")]
    [InlineData("var (a, b) = Two(); Sink(b);", "Two")]
    [InlineData("Prepare(); Sink(_text);", "Prepare")]
    [InlineData("System.Linq.Enumerable.ToList(System.Linq.Enumerable.Select(Many(), item => { Sink(item); return 1; }));", "Many")]
    [InlineData("for (var i = 0; i < 3; i++) { Sink(text); text = Make(); }", "Make")]
    public void LookedInto(string statements, string calls) => Assert.Equal(calls.Split(',').Order(), Calls(statements, skipped: false).Order());

    [Theory]
    [InlineData("Work(); Sink(text);", "Work")]
    [InlineData("var a = Make(); Sink(text);", "Make")]
    [InlineData("Sink(text); Check(text);", "Check")]
    [InlineData("Work(Sink(text));", "Work")]
    [InlineData("var box = new Box(); Put(box); Sink(text);", "new Box,Put")]
    [InlineData("var count = Count(); if (count > 3) Work(); Sink(text);", "Count,Work")]
    [InlineData("if (Slow()) Sink(text);", "Slow")]
    public void LeftOut(string statements, string calls) => Assert.Equal(calls.Split(',').Order(), Calls(statements, skipped: true).Order());

    [Theory]
    [InlineData("void Local() => text = Make(); Local(); Work(); Sink(text);")]
    [InlineData("Work(); Sink(s_text);")]
    [InlineData("Sink(text);")]
    public void NothingIsLeftOut(string statements) => Assert.Empty(Calls(statements, skipped: true));

    [Fact]
    public void FlowOfMoreCalls_ServesForFewer()
    {
        var (first, second, third) = (new InvocationSite(), new InvocationSite(), new InvocationSite());
        var wide = Slice(skipped: [first], relevant: [second, third]);
        var narrow = Slice(skipped: [first, second], relevant: [third]);

        Assert.True(wide.Serves(narrow));
        Assert.False(narrow.Serves(wide));
        Assert.True(BodySlice.Whole.Serves(wide));
        Assert.False(wide.Serves(BodySlice.Whole));

        static BodySlice Slice(InvocationSite[] skipped, InvocationSite[] relevant) => new([.. skipped.Select(static site => site.Node)], [.. relevant.Select(static site => site.Node)]);
    }

    private static List<string> Calls(string statements, bool skipped)
    {
        var compilation = Compilations.Create($$"""
            using System.Collections.Generic;
            public class Box { public string Text = ""; public Box() { Text = "x"; } }
            public class C
            {
                private string _text = "";
                private static string s_text = "";
                int Sink(string value) => 0;
                string Make() => _text + s_text;
                void Fill(out string text) => text = "x";
                void Put(Box box) => box.Text = "x";
                void Check(string text) { if (text.Length > 3) throw new System.Exception(); }
                static void Fail() => throw new System.Exception();
                bool IsOn() => false;
                bool Slow() { Work(); Work(); Work(); Work(); return true; }
                int Count() { Work(); Work(); Work(); Work(); return 1; }
                void Work() { }
                void Work(int number) { }
                IEnumerable<string> Many() => [];
                string? Find() => null;
                (int, string) Two() => (1, "");
                void Prepare() => _text = "y";
                public void M(string text) { {{statements}} }
            }
            """, Setting.Default with { FrameworkOnly = true });
        var tree = compilation.SyntaxTrees.First();
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static method => method.Identifier.ValueText == "M");
        var sink = method.DescendantNodes().OfType<InvocationExpressionSyntax>().Single(static call => call.Expression.ToString() == "Sink");
        var body = compilation.GetSemanticModel(tree).GetOperation(method)!;
        var slice = Slicer.Of(body, BodyDemand.For(sink.ArgumentList.Arguments[0].Expression).Places, TypeBarrier.Of(KnownTypes.Of(compilation)), CancellationToken.None);
        return method.DescendantNodes().OfType<ExpressionSyntax>()
            .Where(call => call != sink && call is InvocationExpressionSyntax { Expression: IdentifierNameSyntax } or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Box" } })
            .Where(call => slice.Skips(call) == skipped)
            .Select(static call => call is InvocationExpressionSyntax invocation ? invocation.Expression.ToString() : "new Box").Distinct().ToList();
    }

    /// <summary>Some call.</summary>
    private sealed class InvocationSite
    {
        public SyntaxNode Node { get; } = Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression("F()");
    }
}
