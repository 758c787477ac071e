using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Taint.Names;

/// <summary>Where the code writes a field, property or event, found by its name.</summary>
internal static class WriteSites
{
    /// <summary>The expressions that are assigned to a member or that it is declared with, in the order of files and places.</summary>
    public static IEnumerable<ExpressionSyntax> Of(ISymbol member, NameIndex names, Compilation compilation, CancellationToken cancellation) =>
        names.IdentifiersOf(member, member.Name, cancellation).Select(ValueAt).OfType<ExpressionSyntax>().Where(value => IsFor(value, member, compilation, cancellation));

    /// <summary>What is assigned where a name stands as a target or is declared; null where it is read.</summary>
    private static ExpressionSyntax? ValueAt(SyntaxToken name)
    {
        switch (name.Parent)
        {
            case VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } variable:
                return variable.Initializer?.Value;
            case PropertyDeclarationSyntax property:
                return property.Initializer?.Value;
            case SimpleNameSyntax simple:
                SyntaxNode target = simple.Parent is MemberAccessExpressionSyntax access && access.Name == simple ? access
                    : simple.Parent is MemberBindingExpressionSyntax binding ? binding : simple;
                return target.Parent switch
                {
                    AssignmentExpressionSyntax assignment when assignment.Left == target => assignment.Right,
                    ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax values } whole } targets } part when whole.Left == targets =>
                        values.Arguments.ElementAtOrDefault(targets.Arguments.IndexOf(part))?.Expression,
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static bool IsFor(ExpressionSyntax value, ISymbol member, Compilation compilation, CancellationToken cancellation)
    {
        var model = ForeignModels.Of(compilation, value.SyntaxTree);
        var written = value.Parent switch
        {
            AssignmentExpressionSyntax assignment => model.GetSymbolInfo(assignment.Left, cancellation).Symbol,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: TupleExpressionSyntax targets } } values } part =>
                model.GetSymbolInfo(targets.Arguments[values.Arguments.IndexOf(part)].Expression, cancellation).Symbol,
            EqualsValueClauseSyntax { Parent: { } declaration } => model.GetDeclaredSymbol(declaration, cancellation),
            _ => null,
        };
        return SymbolEqualityComparer.Default.Equals(written?.OriginalDefinition, member.OriginalDefinition);
    }
}
