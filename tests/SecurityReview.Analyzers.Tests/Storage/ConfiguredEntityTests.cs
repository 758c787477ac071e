using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Storage;

namespace SecurityReview.Analyzers.Tests.Storage;

/// <summary>
/// Which entity a call of the model configuration is about. What <c>model</c> is does not resolve in these sources: an answer was read from declarations.
/// </summary>
public class ConfiguredEntityTests
{
    [Theory]
    [InlineData("void F() { model.Entity<Order>().HasKey(1); }")]
    [InlineData("void F() { model.Entity<Order>(row => row.HasKey(1)); }")]
    [InlineData("void F() { model.Entity<Order>(row => { row.HasKey(1); }); }")]
    [InlineData("void F() { model.Entity<Order>((row) => { row.HasKey(1); }); }")]
    [InlineData("void F() { model.Entity<App.Order>(row => { Other(() => row.HasKey(1)); }); }")]
    [InlineData("void F(EntityTypeBuilder<Order> row) { row.HasKey(1); }")]
    public void Entity_IsReadFromDeclarations(string member) => Assert.Equal("Order", EntityIn(member));

    [Theory]
    [InlineData("void F() { model.Other<Order>(row => row.HasKey(1)); }")]
    [InlineData("void F() { model.Entity<Missing>(row => row.HasKey(1)); }")]
    [InlineData("void F(Order row) { row.HasKey(1); }")]
    [InlineData("void F() { model.Entity<Order>(row => { void G(dynamic row) { row.HasKey(1); } }); }")]
    public void CallOfSomethingElse_HasNone(string member) => Assert.Null(EntityIn(member));

    private static string? EntityIn(string member)
    {
        var tree = CSharpSyntaxTree.ParseText($"namespace App; class Order {{ }} class EntityTypeBuilder<T> {{ }} class Context {{ {member} }}");
        var compilation = CSharpCompilation.Create("Test", [tree]);
        var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Last(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasKey" });
        return new ConfiguredEntity(compilation, compilation.GetTypeByMetadataName("App.EntityTypeBuilder`1")!).Of(call)?.Name;
    }
}
