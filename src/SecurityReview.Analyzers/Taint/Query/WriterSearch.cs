using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>Finds what is written to a field or property anywhere in the compilation.</summary>
internal sealed class WriterSearch(QuerySession session)
{
    private const int MaxWrites = 100;

    /// <summary>The values assigned, each with the state of the assignment, in the order of files and places.</summary>
    public IEnumerable<(AbstractValue Value, AbstractState State)> WritesTo(ISymbol member)
    {
        var sites = session.Names.IdentifiersOf(member.Name, session.Cancellation).Select(ValueAssigned).OfType<ExpressionSyntax>().Take(MaxWrites);
        foreach (var site in sites)
        {
            if (!IsWriteOf(site, member) || BodyDeclarations.Around(site) is not { } body || session.FlowOf(body) is not { } flow)
                continue;
            var inner = flow.Around(site);
            yield return (inner.ValueOf(site), inner.StateAt(site));
        }
    }

    /// <summary>What is assigned where a name stands as a target or is declared; null where it is read.</summary>
    private static ExpressionSyntax? ValueAssigned(SyntaxToken name)
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

    private bool IsWriteOf(ExpressionSyntax value, ISymbol member)
    {
        var model = ForeignModels.Of(session.Types.Compilation, value.SyntaxTree);
        var written = value.Parent switch
        {
            AssignmentExpressionSyntax assignment => model.GetSymbolInfo(assignment.Left, session.Cancellation).Symbol,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: TupleExpressionSyntax targets } } values } part =>
                model.GetSymbolInfo(targets.Arguments[values.Arguments.IndexOf(part)].Expression, session.Cancellation).Symbol,
            EqualsValueClauseSyntax { Parent: { } declaration } => model.GetDeclaredSymbol(declaration, session.Cancellation),
            _ => null,
        };
        return SymbolEqualityComparer.Default.Equals(written?.OriginalDefinition, member.OriginalDefinition);
    }
}
