using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>Own methods that make a command of a text and hand it out: its parameters are added where it is received.</summary>
internal static class CommandFactory
{
    /// <summary>
    /// Whether a method makes a command with the text of a parameter as it is, and does nothing else that parameters would come too late for, or clash with.
    /// What another class may override is not known.
    /// </summary>
    public static bool Makes(IMethodSymbol method, IParameterSymbol text, RepairContext context)
    {
        if (method is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true } || !method.ReturnType.IsOrInherits(KnownTypes.Of(context.Model.Compilation)["System.Data.IDbCommand"]))
            return false;
        var definition = method.ReducedFrom ?? method.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.Length != 1 || definition.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is not { } body
            || body.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => IsTooLate(name.Identifier.ValueText)))
        {
            return false;
        }

        var name = (method.ReducedFrom is null ? text : definition.Parameters[text.Ordinal + 1]).Name;
        var mentions = body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(mention => mention.Identifier.ValueText == name).ToList();
        return mentions.Count == 1 && mentions[0].Parent switch
        {
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CommandText" } or IdentifierNameSyntax { Identifier.ValueText: "CommandText" } } assignment => assignment.Right == mentions[0],
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateCommand" } } } => true,
            _ => false,
        };
    }

    private static bool IsTooLate(string name) => name == "Parameters" || name == "CreateParameter" || name.StartsWith("Execute", StringComparison.Ordinal) || name.StartsWith("Prepare", StringComparison.Ordinal);
}
