using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.ClientPrivilege;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>Who sends the flag that makes somebody an administrator makes himself one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientPrivilegeAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ClientControlsPrivilege);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var engine = TaintEngine.Of(types, context.Options, context.CancellationToken);
        var members = new PrivilegeMembers(types);
        var sinks = new PrivilegeSinks(members);
        var posting = new OverPosting(types, members);
        var caller = new PrivilegeOfCaller(types);
        context.RegisterGatedOperationAction(
            BodyWords.Of("AddToRoleAsync", "AddToRolesAsync", "Claim").OrLike(types, PrivilegeMembers.IsPrivilege).Where(PrivilegeSinks.MayGrant),
            operation => AnalyzeFlow(operation, types, engine, sinks, caller),
            OperationKind.SimpleAssignment, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.Conditional);
        context.RegisterGatedOperationAction(
            BodyWords.OfCalls("Add", "AddAsync", "Update", "Attach", "SetValues").Where(OverPosting.MayStoreParameter), operation => AnalyzePosting(operation, types, posting, caller), OperationKind.Invocation);
    }

    private static void AnalyzeFlow(OperationContext context, KnownTypes types, TaintEngine engine, PrivilegeSinks sinks, PrivilegeOfCaller caller)
    {
        var vocabulary = OwnershipVocabulary.For(types, context.Options, context.Operation.Syntax.SyntaxTree);
        if (sinks.At(context.Operation, vocabulary) is not { } claimed)
            return;
        var value = claimed.Value.Unwrap();
        var flow = engine.FlowInto(context.GetControlFlowGraph(), context.ContainingSymbol, value.Syntax, TaintQuery.OfPrivilege(types, claimed.WithContent), context.CancellationToken);
        if (flow is null || caller.IsDemanded(context.Operation is IConditionalOperation conditional ? conditional.Condition : context.Operation, context.ContainingSymbol, flow.Source.Location, vocabulary, context.CancellationToken))
            return;
        var facts = ImmutableDictionary<string, string?>.Empty.Add(PrivilegeFacts.IsTruth, value.Type?.SpecialType == SpecialType.System_Boolean ? "true" : "false");
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ClientControlsPrivilege, value.Syntax.GetLocation(), flow.Path, facts, flow.Source.Description, claimed.What));
    }

    private static void AnalyzePosting(OperationContext context, KnownTypes types, OverPosting posting, PrivilegeOfCaller caller)
    {
        var vocabulary = OwnershipVocabulary.For(types, context.Options, context.Operation.Syntax.SyntaxTree);
        if (posting.At((IInvocationOperation)context.Operation, vocabulary) is not var (parameter, privilege) || caller.IsDemanded(context.Operation, context.ContainingSymbol, parameter.Place, vocabulary, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.ClientControlsPrivilege, parameter.Reference.Syntax.GetLocation(), [parameter.Place], parameter.Description, $"'{privilege.Name}' of a '{privilege.ContainingType.Name}' that is stored as it was sent"));
    }
}
