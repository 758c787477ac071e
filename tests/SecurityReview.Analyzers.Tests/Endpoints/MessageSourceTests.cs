using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Endpoints;

/// <summary>Messages of brokers: whoever may send one chooses what is in it. Libraries that the reference pack holds.</summary>
public class MessageSourceTests
{
    private static Task ReportsAsync(string usings, string code) => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Around(usings, code));

    [Fact]
    public Task RabbitMq_Reports() => ReportsAsync("using RabbitMQ.Client;\nusing RabbitMQ.Client.Events;", """
        internal class Consumer
        {
            public void Listen(IChannel channel)
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (sender, delivery) =>
                {
                    await Task.Yield();
                    Db.Command.CommandText = [|"SELECT '" + Encoding.UTF8.GetString(delivery.Body.ToArray()) + "'"|];
                    Db.Command.CommandText = [|"SELECT '" + Encoding.UTF8.GetString(delivery.Body.Span) + "'"|];
                    Db.Command.CommandText = [|"SELECT '" + delivery.BasicProperties.CorrelationId + "'"|];
                    Db.Command.CommandText = "SELECT '" + delivery.ConsumerTag + delivery.DeliveryTag + "'";
                };
            }

            public async Task Get(IChannel channel) =>
                Db.Command.CommandText = [|"SELECT '" + Encoding.UTF8.GetString((await channel.BasicGetAsync("q", true))!.Body.Span) + "'"|];
        }

        public class Handler(IChannel channel) : AsyncDefaultBasicConsumer(channel)
        {
            public override async Task HandleBasicDeliverAsync(string tag, ulong delivery, bool again, string exchange, string key, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> content, CancellationToken token = default)
            {
                await Task.Yield();
                Db.Command.CommandText = [|"SELECT '" + Encoding.UTF8.GetString(content.Span) + "'"|];
                Db.Command.CommandText = [|"SELECT '" + key + "'"|];
                Db.Command.CommandText = "SELECT '" + tag + exchange + "'";
            }
        }
        """);

    [Fact]
    public Task Kafka_Reports() => ReportsAsync("using Confluent.Kafka;", """
        internal class Consumer
        {
            public void Listen(IConsumer<string, string> consumer)
            {
                var result = consumer.Consume(CancellationToken.None);
                Db.Command.CommandText = [|"SELECT '" + result.Message.Value + "'"|];
                Db.Command.CommandText = [|"SELECT '" + result.Value + result.Key + "'"|];
                Db.Command.CommandText = [|"SELECT '" + Encoding.UTF8.GetString(result.Message.Headers.GetLastBytes("h")) + "'"|];
                Db.Command.CommandText = "SELECT '" + result.Topic + result.Offset + "'";
            }
        }
        """);

    [Fact]
    public Task MassTransit_Reports() => ReportsAsync("using MassTransit;", """
        public interface OrderSent { string Name { get; } int Number { get; } }

        public class Consumer : IConsumer<OrderSent>
        {
            public async Task Consume(ConsumeContext<OrderSent> context)
            {
                await Task.Yield();
                Db.Command.CommandText = [|"SELECT '" + context.Message.Name + "'"|];
                Db.Command.CommandText = "SELECT '" + context.Message.Number + context.MessageId + "'";
            }
        }
        """);

    [Fact]
    public Task Rebus_Reports() => ReportsAsync("using Rebus.Handlers;", """
        public record OrderSent(string Name, int Number);
        public record OrderPaid(string Name);

        public class Handler : IHandleMessages<OrderSent>, IHandleMessages<OrderPaid>
        {
            public async Task Handle(OrderSent sent)
            {
                await Task.Yield();
                Db.Command.CommandText = [|"SELECT '" + sent.Name + "'"|];
                Db.Command.CommandText = "SELECT '" + sent.Number + "'";
            }

            async Task IHandleMessages<OrderPaid>.Handle(OrderPaid paid)
            {
                await Task.Yield();
                Db.Command.CommandText = [|"SELECT '" + paid.Name + "'"|];
            }

            public void Handle(OrderSent sent, int attempt) => Db.Command.CommandText = "SELECT '" + sent.Name + "'";
        }
        """);
}
