using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Whether the outcome of a test decides if the function goes on, or only what it notes down on the way.</summary>
internal static class Guarding
{
    private const int MaximumLocals = 3;

    /// <summary>Whether one outcome of a test leaves the function, refuses, or keeps from what the other one does.</summary>
    public static bool Decides(IOperation test) => Decides(test, MaximumLocals);

    /// <summary>The whole condition that a test is a part of.</summary>
    public static IOperation ConditionOf(IOperation test)
    {
        var whole = test;
        for (var parent = test.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IBlockOperation { Parent: IAnonymousFunctionOperation { Syntax: LambdaExpressionSyntax { ExpressionBody: not null } } } or IReturnOperation { Parent: IBlockOperation })
                continue;
            if (parent is IBlockOperation or IExpressionStatementOperation or IVariableDeclarationGroupOperation or IMethodBodyOperation)
                break;
            if (parent is IConditionalOperation conditional)
                return conditional.Condition.Syntax.Span.Contains(test.Syntax.Span) ? conditional.Condition : whole;
            whole = parent;
        }

        return whole;
    }

    private static bool Decides(IOperation test, int locals)
    {
        for (IOperation child = test, parent = test.Parent!; parent is not null; child = parent, parent = parent.Parent!)
        {
            switch (parent)
            {
                case IConditionalOperation conditional when ReferenceEquals(conditional.Condition, child):
                    return IsChoice(conditional) ? Refuses(conditional) : Leaves(conditional);
                case IReturnOperation:
                case ISwitchExpressionArmOperation or ISwitchCaseOperation or ICaseClauseOperation:
                    return true;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return locals > 0 && ReferencesTo(declarator.Symbol, test).Any(reference => Decides(reference, locals - 1));
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                    return locals > 0 && ReferencesTo(target.Local, test).Any(reference => Decides(reference, locals - 1));
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    // A demand of the program's own, Guard.Against(…); or a part of the condition of a query.
                    if (IsStatement(call))
                        return !IsNote(call);
                    break;
                case IAssignmentOperation or IInterpolationOperation or IAnonymousObjectCreationOperation or IObjectOrCollectionInitializerOperation:
                case IBlockOperation or IExpressionStatementOperation:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether a conditional is an expression that chooses a value.</summary>
    private static bool IsChoice(IConditionalOperation conditional) => conditional.Type is not null && conditional.Type.SpecialType != SpecialType.System_Void && conditional.WhenFalse is not null;

    private static bool Refuses(IConditionalOperation choice) =>
        new[] { choice.WhenTrue, choice.WhenFalse! }.Any(static arm => arm.Unwrap() is IThrowOperation || DenyExit.Denies(arm) || arm.Unwrap() is IConditionalOperation nested && Refuses(nested));

    /// <summary>One branch leaves, or what is guarded stands within the other.</summary>
    private static bool Leaves(IConditionalOperation conditional) => Acts(conditional.WhenTrue) || (conditional.WhenFalse is { } otherwise && Acts(otherwise));

    private static bool Acts(IOperation branch) => FunctionBody.Operations(branch).Any(static operation => operation switch
    {
        IReturnOperation or IThrowOperation => true,
        IBranchOperation { BranchKind: BranchKind.Continue or BranchKind.Break } => true,
        IInvocationOperation call => call.TargetMethod.Name is "SaveChanges" or "SaveChangesAsync" or "Fail" or "Abort" or "AddModelError" or "AddError",
        IAssignmentOperation { Target: IMemberReferenceOperation { Instance: ILocalReferenceOperation } } => true,
        _ => false,
    });

    private static IEnumerable<IOperation> ReferencesTo(ILocalSymbol local, IOperation test) =>
        test.Root().DescendantsAndSelf().Where(operation =>
            operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Syntax.SpanStart > test.Syntax.SpanStart);

    private static bool IsStatement(IOperation call)
    {
        var parent = call.Parent;
        while (parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation)
            parent = parent.Parent;
        return parent is IExpressionStatementOperation;
    }

    private static bool IsNote(IInvocationOperation call) =>
        NameWords.Of(call.TargetMethod.Name).Any(static word => word is "Log" or "Trace" or "Debug" or "Write" or "Track" or "Add" or "Set" or "Record" or "Append");
}
