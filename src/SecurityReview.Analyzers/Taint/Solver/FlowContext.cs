using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Summaries;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>What the solving of every body of one query shares.</summary>
/// <param name="Types">The types of the compilation.</param>
/// <param name="Models">The facts about members without code.</param>
/// <param name="Assumption">What the query takes for granted; null for nothing.</param>
/// <param name="Summaries">What is known of the functions that are called.</param>
internal sealed record FlowContext(KnownTypes Types, ModelSet Models, FlowAssumption? Assumption, ISummaries Summaries, CancellationToken Cancellation)
{
    /// <summary>How many steps one body may take.</summary>
    public int MaxSteps { get; init; } = AnalysisBudget.MaxSteps;

    /// <summary>How deep the evaluation is at the moment; what evaluates sets it back when it is thrown out of.</summary>
    public EvaluationDepth Depth { get; } = new();

    public CallTargets Targets { get; } = CallTargets.Of(Types);

    public ConstantMembers Constants { get; } = ConstantMembers.Of(Types);
}
