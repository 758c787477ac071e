using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.DeleteRace.Protection;

/// <summary>Whether somebody catches the exception by which a store tells that another was faster.</summary>
internal sealed class HandledExceptions(KnownTypes types)
{
    /// <summary>The methods by which registered handlers, filters and middleware get exceptions.</summary>
    private static readonly HashSet<string> s_handlers = new(StringComparer.Ordinal) { "TryHandleAsync", "OnException", "OnExceptionAsync", "InvokeAsync", "Invoke", "UseExceptionHandler", "AddProblemDetails" };

    /// <summary>Whether the exception of an operation is caught: here, in all callers, or by a handler that the program registers.</summary>
    /// <param name="exceptions">Metadata names of the types that may be thrown.</param>
    public bool Cover(IOperation operation, ISymbol member, IReadOnlyCollection<string> exceptions, CancellationToken cancellation) =>
        Surroundings.HoldsOnEveryWay(operation, member, (at, _) => IsCaught(at, exceptions), cancellation)
        || exceptions.Any(name => IsRegistered(name, cancellation));

    /// <summary>Whether the exception of an operation is caught in its own function.</summary>
    public bool CoverHere(IOperation operation, IReadOnlyCollection<string> exceptions) => IsCaught(operation, exceptions);

    private bool IsCaught(IOperation operation, IReadOnlyCollection<string> exceptions) =>
        Surroundings.Around(operation).Any(around =>
            around is (ITryOperation attempt, var child) && ReferenceEquals(attempt.Body, child) && attempt.Catches.Any(clause => Handles(clause, exceptions)));

    private bool Handles(ICatchClauseOperation clause, IReadOnlyCollection<string> exceptions) =>
        !OnlyRethrows(clause) && (clause.ExceptionType is null || clause.ExceptionType.SpecialType == SpecialType.System_Object
            || exceptions.Any(name => types[name] is { } type && (clause.ExceptionType.IsOrInherits(type) || type.IsOrInherits(clause.ExceptionType as INamedTypeSymbol))));

    private static bool OnlyRethrows(ICatchClauseOperation clause) =>
        clause.Filter is null && clause.Handler.Operations.LastOrDefault() is IThrowOperation { Exception: null } or IExpressionStatementOperation { Operation: IThrowOperation { Exception: null } }
        && !clause.Handler.DescendantsAndSelf().Any(operation => operation is IReturnOperation or IThrowOperation { Exception: not null } or IBranchOperation);

    private bool IsRegistered(string name, CancellationToken cancellation) =>
        NameIndex.Of(types.Compilation).IdentifiersOf(name.Substring(name.LastIndexOf('.') + 1), cancellation)
            .Any(token => token.Parent?.Ancestors().Any(IsHandler) == true);

    private static bool IsHandler(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => s_handlers.Contains(method.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => s_handlers.Contains(member.Name.Identifier.ValueText),
        _ => false,
    };
}
