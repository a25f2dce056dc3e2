# A Slurm cluster of four nodes on this machine, in a folder of its own: `start_slurm FOLDER`, `stop_slurm`.
# To be sourced. Needs slurm-wlm and munge, and the rights to start them.

# The controller, and four daemons that each take themselves for a node.
start_slurm() {
  slurm=$(realpath "$1")
  mkdir -p "$slurm/state" "$slurm/spool"
  export SLURM_CONF="$slurm/slurm.conf"
  local name
  name=$(hostname -s)
  cat > "$SLURM_CONF" <<CONF
ClusterName=parkline
SlurmctldHost=$name(127.0.0.1)
SlurmctldPort=17000
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SchedulerParameters=sched_interval=2,bf_interval=2,batch_sched_delay=1
MinJobAge=600
SlurmdTimeout=10
StateSaveLocation=$slurm/state
SlurmctldPidFile=$slurm/controller.pid
SlurmctldLogFile=$slurm/controller.log
SlurmdSpoolDir=$slurm/spool/%n
SlurmdPidFile=$slurm/%n.pid
SlurmdLogFile=$slurm/%n.log
NodeName=n[1-4] NodeHostname=$name NodeAddr=127.0.0.1 Port=[17001-17004] CPUs=1
PartitionName=all Nodes=n[1-4] Default=YES State=UP
CONF
  # Who is on the machine already is asked, not started again.
  if ! munge -n 2> /dev/null | unmunge > /dev/null 2>&1; then
    mkdir -p /run/munge && chown munge:munge /run/munge
    runuser -u munge -- /usr/sbin/munged --pid-file=/run/munge/parkline-ci.pid
    munge_pid=/run/munge/parkline-ci.pid
  fi
  slurmctld
  local node
  for node in n1 n2 n3 n4; do slurmd -N $node; done
  for _ in $(seq 100); do
    [ "$(sinfo -h -t idle -o %D 2> /dev/null)" = 4 ] && return
    sleep 0.2
  done
  echo "the cluster does not start:" && tail -n 5 "$slurm"/*.log && return 1
}

# Ends a node as a power cut would: its daemon, what runs its jobs, and the jobs.
kill_node() {
  local step
  kill -9 "$(cat "$slurm/$1.pid")"
  for step in $(steps "$1"); do kill -9 $(descendants "$step") "$step" 2> /dev/null || true; done
}

# The processes that run the jobs of a node of this cluster: each keeps the node's log open.
steps() {
  local step
  for step in $(pgrep -f '^slurmstepd:'); do
    if ls -l "/proc/$step/fd" 2> /dev/null | grep -F "$slurm/$1.log" > /dev/null; then echo "$step"; fi
  done
}

descendants() {
  local child
  for child in $(ps -o pid= --ppid "$1"); do descendants "$child"; echo "$child"; done
}

stop_slurm() {
  local file node step
  for node in n1 n2 n3 n4; do
    for step in $(steps $node); do kill -9 $(descendants "$step") "$step" 2> /dev/null || true; done
  done
  for file in "$slurm"/*.pid ${munge_pid:-}; do
    # That of the node that was killed names nothing any more.
    if [ -e "$file" ]; then kill "$(cat "$file")" 2> /dev/null || true; fi
  done
  return 0
}
