using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>Commands whose text is the name of a stored procedure: it is sent as a name, whatever is in it.</summary>
internal static class StoredProcedures
{
    private const string Kind = "StoredProcedure";

    /// <summary>Whether the command that an operation gives a text to is told to be of that kind nearby.</summary>
    public static bool IsNamedBy(IOperation operation, IOperation text) => operation switch
    {
        IInvocationOperation invocation => invocation.Arguments.Any(argument => IsKind(argument.Value)),
        IObjectCreationOperation creation => creation.Arguments.Any(argument => IsKind(argument.Value)) || IsSetNear(creation.Syntax, text),
        IAssignmentOperation assignment => IsSetNear(assignment.Syntax, text),
        _ => false,
    };

    private static bool IsKind(IOperation value) => value.Unwrap() is IFieldReferenceOperation { Field: { Name: Kind, ContainingType.Name: "CommandType" } };

    /// <summary>Whether the body sets the type of a command to it: which command is not asked.</summary>
    private static bool IsSetNear(SyntaxNode place, IOperation text) =>
        LocalReferences.BodyOf(text.Syntax).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Any(access => access.Name.Identifier.ValueText == Kind && access.Parent is AssignmentExpressionSyntax { Left: var target } && target.ToString() is var name
                && (name.EndsWith(".CommandType", StringComparison.Ordinal) || name == "CommandType"));
}
