import type { Book } from './book.ts';
import { services, values } from './compose-services.ts';

const built = (text: string, dockerfile = 'FROM alpine\nUSER shop\n'): Readonly<Record<string, string>> => ({
  'shop/compose.yaml': `services:\n  web: { ${text} }\n`,
  'shop/web/Dockerfile': dockerfile,
  'shop/web/Other': 'FROM alpine AS one\nUSER root\nFROM alpine AS two\nUSER 7\n',
});

/** Services of Compose, each nearly another one. */
export const compose: Book = {
  'what services are given': {
    'compose.yaml': services({
      plain: '',
      host: 'network_mode: host, ports: ["80:80"]',
      bridge: 'network_mode: bridge',
      none: 'network_mode: none',
      'of-service': 'network_mode: "service:host"',
      'of-plain': 'network_mode: "service:plain"',
      'of-circle': 'network_mode: "service:of-service"',
      'of-nobody': 'network_mode: "service:gone"',
      'of-container': 'network_mode: "container:x"',
      'of-variable': 'network_mode: "$MODE"',
      'nearly-of-service': 'network_mode: "xservice:plain"',
      pid: 'pid: host',
      'pid-of': 'pid: "service:plain"',
      pids: 'pid: hosts',
      ipc: 'ipc: host',
      ipcs: 'ipc: hosts',
      xipc: 'ipc: xhost',
      xpid: 'pid: xhost',
      truer: 'privileged: truer',
      untrue: 'privileged: untrue',
      yes: 'privileged: "yes"',
      'ipc-own': 'ipc: private',
      uts: 'uts: host',
      users: 'userns_mode: host',
      'no-image': 'image: null',
      open: 'privileged: "$PRIVILEGED"',
      'open-list': 'cap_add: ["$CAPABILITY"]',
      'open-elsewhere': 'working_dir: "$FOLDER"',
      socket: 'use_api_socket: true',
      'no-socket': 'use_api_socket: false',
      runtime: 'cpu_rt_runtime: 950000',
      priority: 'ulimits: { rtprio: 99 }',
      files: 'ulimits: { nofile: 99 }',
    }),
  },
  'which system it is': {
    'compose.yaml': services({
      'windows-platform': 'platform: windows/amd64',
      'linux-platform': 'platform: linux/arm64',
      'other-platform': 'platform: xlinux',
      'not-windows': 'platform: xwindows',
      'hyper-v': 'isolation: hyperv',
      process: 'isolation: process',
      default: 'isolation: default',
      nearly: 'isolation: xprocess',
      'nearly-too': 'isolation: hypervisor',
      account: 'credential_spec: { file: x }',
      dropped: 'cap_drop: [NET_RAW]',
      added: 'cap_add: [CHOWN]',
      security: 'security_opt: ["x=y"]',
      privileged: 'privileged: false',
      settings: 'sysctls: { a: 1 }',
      pid: 'pid: x',
      ipc: 'ipc: x',
      tmpfs: 'tmpfs: /tmp',
      shared: 'shm_size: 1g',
      limits: 'ulimits: {}',
      folder: 'working_dir: /srv',
      'folder-ends': 'working_dir: C:/',
      'user-number': 'user: "7"',
      'user-group': 'user: "7:7"',
      'user-name': 'user: shop',
      'user-nearly': 'user: "7:shop"',
      'user-nearly-too': 'user: "x7"',
      mount: 'volumes: ["data:/data"]',
      'mount-drive': 'volumes: ["data:C:/data"]',
    }),
  },
  'how it starts and stops': {
    'compose.yaml': services({
      init: 'command: /sbin/init',
      'init-list': 'command: [/sbin/init, --x]',
      'init-entry': 'entrypoint: " /lib/systemd/systemd --x"',
      'usr-init': 'entrypoint: /usr/sbin/init',
      systemd: 'command: systemd',
      'systemd-usr': 'command: /usr/lib/systemd/systemd',
      'not-init': 'command: /sbin/initial',
      'nor-init': 'command: x/sbin/init',
      'small-init': 'command: /init',
      second: 'command: [tini, /sbin/init]',
      signal: 'stop_signal: SIGRTMIN+3',
      'signal-nearly': 'stop_signal: SIGRTMIN+30',
      'signal-nearly-too': 'stop_signal: XSIGRTMIN+3',
      hours: 'stop_grace_period: 2h',
      all: 'stop_grace_period: 1h2m3s',
      minutes: 'stop_grace_period: 2m',
      hour: 'stop_grace_period: 60m',
      seconds: 'stop_grace_period: 61s',
      few: 'stop_grace_period: 59s',
      bare: 'stop_grace_period: "60"',
      empty: 'stop_grace_period: ""',
      shell: 'command: sh -c serve',
      'shell-full': 'entrypoint: [/bin/sh, -ec], command: ["serve; exec serve"]',
      'shell-usr': 'entrypoint: [/usr/bin/bash, -c, serve]',
      'shell-dash': 'command: [dash, -c, "executes serve"]',
      'shell-ash': 'command: [ash, -xc, serve]',
      'shell-zsh': 'command: [zsh, -c, serve]',
      'shell-file': 'command: [sh, serve]',
      'shell-option': 'command: [sh, -x, serve]',
      'shell-below': 'command: [opt/bin/sh, -c, serve]',
      'shell-both': 'entrypoint: sh -c, command: serve',
      executes: 'command: [sh, -c, "exec serve"]',
    }),
  },
  rights: {
    'compose.yaml': services({
      root: 'user: root',
      'root-number': 'user: "0:0"',
      rooted: 'user: rooted',
      all: 'cap_drop: [ALL]',
      'all-long': 'cap_drop: [cap_all]',
      allow: 'cap_drop: [ALLOW]',
      'not-all': 'cap_drop: [XALL]',
      'no-new': 'security_opt: [no-new-privileges]',
      'no-new-true': 'security_opt: ["no-new-privileges:true"]',
      'no-new-false': 'security_opt: ["no-new-privileges:false"]',
      'no-new-nearly': 'security_opt: ["xno-new-privileges"]',
      seccomp: 'security_opt: ["seccomp=profile.json"]',
      'seccomp-colon': 'security_opt: ["seccomp:profile.json"]',
      'seccomp-off': 'security_opt: ["seccomp=unconfined"]',
      'seccomp-like-off': 'security_opt: ["seccomp=unconfined.json"]',
      'armour-off': 'security_opt: ["apparmor:unconfined"]',
      'armour-like-off': 'security_opt: ["apparmor-unconfined"]',
      'seccomp-off-and-more': 'security_opt: ["seccomp=unconfined2"]',
      'label-off': 'security_opt: ["label=disable"]',
      'label-like-off': 'security_opt: ["label=disabled"]',
      'label-nearly-off': 'security_opt: ["xlabel=disable"]',
      'own-seccomp-option': 'security_opt: ["xseccomp=a"]',
      'read-only': 'read_only: true',
      writable: 'read_only: false',
      check: 'healthcheck: { test: [CMD, true] }',
      'check-text': 'healthcheck: { test: serve --check }',
      'check-off': 'healthcheck: { disable: true }',
      'check-on': 'healthcheck: { disable: false, test: x }',
      'check-none': 'healthcheck: { test: NONE }',
      'check-none-list': 'healthcheck: { test: [NONE] }',
      secret: 'secrets: [s]',
      'secret-empty': 'secrets: [""]',
      cpu: 'cpus: 2',
      quota: 'cpu_quota: 50000',
      limits: 'deploy: { resources: { limits: { cpus: "2", memory: 1g } } }',
      memory: 'mem_limit: 1g, mem_reservation: 512m',
      asked: 'deploy: { resources: { reservations: { memory: 1g } } }',
      processes: 'deploy: { resources: { limits: { pids: 9 } } }',
      privileged: 'privileged: true',
      every: 'cap_add: [all]',
      init: 'init: true',
      'not-init': 'init: false',
    }),
  },
  capabilities: {
    'compose.yaml': values(
      `AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID
       SYS_CHROOT SYS_MODULE SYS_ADMIN SYS_RAWIO SYS_PTRACE SYS_BOOT DAC_READ_SEARCH BPF MAC_ADMIN MAC_OVERRIDE NET_ADMIN
       SYS_NICE SYS_TIME cap_sys_admin CAP_CHOWN XCAP_CHOWN IPC_LOCK`,
      (name) => `cap_add: [${name}]`,
    ),
  },
  'names of settings': {
    'compose.yaml': values(
      `PASSWORD DB_PASSWD SECRET TOKEN API_KEY APIKEY ACCESS_KEY PRIVATE_KEY CREDENTIALS password PASSWORD_FILE KEY
       PASSWORDS EMPTY PUID PUIDS XPUID`,
      (name) => `environment: { ${name}: x }`,
    ),
    'beside.yaml': '',
  },
  'names of settings in a list': {
    'compose.yaml': values(
      'PASSWORD=x PASSWORD PASSWORD= PASSWORD_FILE=x PUID=1 PUID PUIDS=1 XPUID=1',
      (name) => `environment: ["${name}"]`,
    ),
  },
  'devices and accelerators': {
    'compose.yaml': services({
      gpus: 'gpus: all',
      nvidia: 'runtime: nvidia',
      nvidias: 'runtime: nvidias',
      kata: 'runtime: kata-qemu',
      gvisor: 'runtime: runsc',
      reserved: 'deploy: { resources: { reservations: { devices: [{ capabilities: [gpu] }] } } }',
      'reserved-either':
        'deploy: { resources: { reservations: { devices: [{ capabilities: [[utility, nvidia]] }] } } }',
      'reserved-compute':
        'deploy: { resources: { reservations: { devices: [{ capabilities: [compute] }] } } }',
      'reserved-tpu': 'deploy: { resources: { reservations: { devices: [{ capabilities: [tpu] }] } } }',
      'reserved-nearly':
        'deploy: { resources: { reservations: { devices: [{ capabilities: [xgpu, gpus] }] } } }',
      'reserved-other': 'deploy: { resources: { reservations: { devices: [{ driver: x }] } } }',
      device: 'devices: ["/dev/ttyUSB0:/dev/x"]',
      'device-long': 'devices: [{ source: /dev/ttyUSB0 }]',
      'device-none': 'devices: [{ target: /dev/x }]',
      mounted: 'volumes: ["/dev/ttyUSB0:/dev/x"]',
    }),
  },
  'devices by their files': {
    'compose.yaml': values(
      `/dev /dev/ /dev/mem /dev/kmem /dev/port /dev/sda /dev/sda1 /dev/nvme0n1 /dev/vda /dev/mapper /dev/mapper/a /dev/dm-0
       /dev/kvm /dev/fuse /dev/net/tun /dev/mems /dev/xmem /dev/ports /dev/sda1x /dev/vdax1 /dev/mappers /dev/dm-0x
       x/dev/mem x/dev /dev/nvme /dev/dri /dev/vfio/1 /dev/apex_0 /dev/video0 /dev/dahdi/x /dev/vhost-net /dev/zero`,
      (path) => `devices: ["${path}:${path}"]`,
    ),
  },
  mounts: {
    'compose.yaml': services({
      named: 'volumes: ["data:/data"]',
      'named-read': 'volumes: ["data:/data:ro"]',
      'named-options': 'volumes: ["data:/data:z,ro"]',
      'named-write': 'volumes: ["data:/data:rw"]',
      anonymous: 'volumes: ["/data"]',
      folder: 'volumes: ["./data:/data"]',
      home: 'volumes: ["~/data:/data"]',
      above: 'volumes: ["../data:/data"]',
      drive: 'volumes: ["C:/data:/data"]',
      variable: 'volumes: ["${DATA:-/srv/data}:/data"]',
      'variable-bare': 'volumes: ["$DATA:/data"]',
      file: 'volumes: ["./shop.yaml:/etc/shop"]',
      'file-target': 'volumes: ["./shop:/etc/shop.conf"]',
      'first-content': 'volumes: ["./sql:/docker-entrypoint-initdb.d"]',
      'first-content-slash': 'volumes: ["./sql:/docker-entrypoint-initdb.d/"]',
      settings: 'volumes: ["./conf:/etc/nginx/conf.d"]',
      'settings-below': 'volumes: ["./conf:/etc/nginx/conf.d/x"]',
      long: 'volumes: [{ type: volume, source: data, target: /data }]',
      'long-short-names': 'volumes: [{ type: volume, src: data, destination: /data, read_only: true }]',
      'long-bind': 'volumes: [{ type: bind, source: /etc, target: /x }]',
      'long-tmpfs': 'volumes: [{ type: tmpfs, source: x, target: /data }]',
      'long-none': 'volumes: [{ target: /data }]',
      socket: 'volumes: ["/var/run/docker.sock:/var/run/docker.sock"]',
      'socket-by-target': 'volumes: ["${SOCKET}:/var/run/docker.sock"]',
      root: 'volumes: ["/:/host"]',
      'root-read': 'volumes: ["/:/host:ro"]',
      roots: 'volumes: ["//:/host"]',
      modules: 'volumes: ["/lib/modules:/lib/modules:ro"]',
      lent: 'volumes_from: [named]',
      'lent-read': 'volumes_from: ["named:ro"]',
      'lent-nobody': 'volumes_from: [gone]',
      'lent-folder': 'volumes_from: [long-bind]',
    }),
  },
  'mounts over what was built': {
    'compose.yaml': values(
      './data ./src ../src ./db/x ./storage ./uploads ./volume ./volumes ./database . .. data ./x/data /srv/src ./my-data',
      (path) => `volumes: ["${path}:/x"]`,
      'build: ., ',
    ),
  },
  networks: {
    'compose.yaml': services(
      {
        inner: 'networks: [inner]',
        lan: 'networks: [lan]',
        'lan-map': 'networks: { lan: { ipv4_address: 10.0.0.7 } }',
        ip: 'networks: [ip]',
        nearly: 'networks: [nearly, nearly-too]',
        outer: 'networks: [outer]',
        'outer-old': 'networks: [outer-old]',
        'not-outer': 'networks: [not-outer]',
        unknown: 'networks: [unknown]',
        'in-lan': 'network_mode: "service:lan"',
      },
      `networks:
  inner: { driver: bridge }
  lan: { driver: macvlan }
  ip: { driver: ipvlan }
  nearly: { driver: xmacvlan }
  nearly-too: { driver: ipvlans }
  outer: { external: true }
  outer-old: { external: { name: x } }
  not-outer: { external: false }
`,
    ),
  },
  ports: {
    'compose.yaml': values(
      `"80:80" "443:80" "8080:80" "127.0.0.1:80:80" "127.0.0.1:8080:80" "localhost:80:80" "[::1]:80:80" "::1:80:80" "[::]:80:80"
       "0.0.0.0:80:80" "10.0.0.7:80:80" "80" "80:80/udp" "8443:80" "800:80" "10.127.0.1:80:80" "localhosts:80:80" "3389" "5900" "5909"
       "590" "6080" "6901" "13389" "33890" "{target:3389}" "{target:80,published:80}" "{target:80,published:80,host_ip:127.0.0.1}"
       "{target:80,published:80,host_ip:10.0.0.1}"`,
      (port) => `ports: [${port.startsWith('"{') ? port.slice(1, -1).replaceAll(':', ': ') : port}]`,
    ),
  },
  'ports of several': {
    'compose.yaml': services({
      own: 'ports: ["127.0.0.1:1:1", "127.0.0.1:2:2"]',
      'one-open': 'ports: ["127.0.0.1:1:1", "2:2"]',
      'two-named': 'ports: ["10.0.0.1:1:1", "10.0.0.1:2:2"]',
      proxied: 'labels: { traefik.enable: "true" }',
      'not-proxied': 'labels: { traefik.enable: "false" }',
      'proxied-list': 'labels: ["traefik.enable=true"]',
      'not-proxied-list': 'labels: ["traefik.enable=false"]',
      'nearly-proxied': 'labels: ["xtraefik.enable=true", "traefik.enable=true1"]',
    }),
  },
  'numbers of stores and of what keeps data': {
    'compose.yaml': services({
      one: 'deploy: { replicas: 1 }, volumes: ["data:/data"]',
      two: 'deploy: { replicas: 2 }, volumes: ["data:/data"]',
      'scaled-one': 'scale: 1, volumes: ["data:/data"]',
      'scaled-two': 'scale: 2, volumes: ["data:/data"]',
      none: 'volumes: ["data:/data"]',
    }),
  },
  numbers: {
    'compose.yaml': values('0 1 2 1.5 many', (count) => `deploy: { replicas: ${count} }`),
  },
  'numbers by scale, modes and profiles': {
    'compose.yaml': services({
      scale: 'scale: 2',
      off: 'scale: 0',
      global: 'deploy: { mode: global }',
      replicated: 'deploy: { mode: replicated }',
      one: 'profiles: [debug, test]',
      named: 'deploy: { placement: { constraints: ["node.hostname==one"] } }',
      label: 'deploy: { placement: { constraints: ["node.labels.x==y"] } }',
      lent: 'provider: { type: x }',
      odd: 'odd: 1, x-odd: 1, odder: 2',
      'odd-too': 'odd: 2',
      cpuset: 'cpuset: "0,1"',
      hostname: 'hostname: x',
      group: 'credential_spec: { config: x }',
    }),
  },
  'what is built': built('build: web'),
  'what is built in one of several stages': built('build: { context: web, dockerfile: Other, target: one }'),
  'what is built in the last stage': built('build: { context: web, dockerfile: Other }'),
  'what is built for a user that is said': built('build: web, user: root'),
  'what is built and started otherwise': built(
    'build: web, command: serve',
    'FROM alpine\nCMD ["/sbin/init"]\n',
  ),
  'what starts an init system': built('build: web', 'FROM alpine\nCMD ["/sbin/init"]\n'),
  'what is built for Windows': built('build: web', 'FROM mcr.microsoft.com/windows/nanoserver:1\n'),
  'what is built from a text': built('build: { context: web, dockerfile_inline: FROM x }'),
  'what is built elsewhere': built('build: "https://example.org/web.git"'),
  'what is built at a host of code': built('build: github.com/town/web'),
  'what is built by a name that is left open': built('build: { context: web, dockerfile: "$FILE" }'),
  'what is built in a folder that is left open': built('build: "$FOLDER"'),
  'what is built of a file that is not there': built('build: { context: web, dockerfile: None }'),
  'what is called after its project': { 'shop/compose.yaml': services({ web: '' }, 'name: town\n') },
  'what is called after its folder': { 'shop/compose.yaml': services({ web: '' }) },
  'what is called after its file': { 'town.yml': services({ web: '' }) },
  'nothing but extensions': { 'compose.yaml': 'services: {}\n' },
  'nothing that is run here': { 'compose.yaml': services({ web: 'provider: { type: x }' }) },
  'variables beside it': {
    'shop/compose.yaml': services({
      set: 'user: "$USER_SET"',
      braced: 'user: "${USER_SET}"',
      unset: 'user: "$USER_UNSET"',
      default: 'user: "${USER_UNSET:-7}"',
      dollar: 'user: "$$7"',
    }),
    'shop/.env': 'USER_SET=8\n# x\nOTHER=1\n',
  },
  'an override beside it': {
    'shop/compose.yaml': `services:
  web:
    image: town/shop:1
    command: [a, b]
    ports: ["80:80", "8080:81"]
    volumes: ["a:/data", "b:/other"]
    cap_add: [NET_ADMIN]
    environment: { A: x, PASSWORD: x }
    user: root
    privileged: true
    read_only: true
    labels: { a: b }
`,
    'shop/compose.override.yml': `services:
  web:
    command: [c]
    ports: ["127.0.0.1:90:81"]
    volumes: ["/etc:/data", { type: volume, source: c, target: /other }, { type: tmpfs }]
    cap_add: [SYS_ADMIN]
    environment: { PASSWORD: !reset null, B: y }
    user: "7"
    privileged: !reset null
    labels: !override { c: d }
  db: { image: postgres }
`,
  },
  'another override': {
    'shop/docker-compose.yml': services({ web: '' }),
    'shop/docker-compose.override.yaml': services({ web: 'user: "7"' }),
    'shop/compose.override.yaml': services({ web: 'user: root' }),
  },
  'what is called otherwise has no override': {
    'shop/my-compose.yml': services({ web: '' }),
    'shop/compose.override.yaml': services({ web: 'user: root' }),
    'shop/my-compose.override.yaml': services({ web: 'user: root' }),
  },
  'services that extend others': {
    'shop/compose.yaml': services({
      base: 'user: "7"',
      same: 'extends: base',
      'by-name': 'extends: { service: base }',
      'other-file': 'extends: { file: base.yaml, service: web }',
      web: 'extends: { file: base.yaml }',
      'gone-file': 'extends: { file: gone.yaml, service: web }',
      gone: 'extends: gone',
      'gone-there': 'extends: { file: base.yaml, service: gone }',
      far: 'extends: { file: "https://example.org/x.yaml", service: web }',
      'far-git': 'extends: { file: "git@example.org:x", service: web }',
      near: 'extends: { file: "xhttps:x.yaml", service: web }',
      'nearly-git': 'extends: { file: "x/git@x", service: web }',
      self: 'extends: self',
      circle: 'extends: round',
      round: 'extends: circle',
    }),
    'shop/base.yaml': services({ web: 'user: root', self: 'extends: self' }),
  },
  'what is included': {
    'shop/compose.yaml': `include:
  - base.yaml
  - { path: [more.yaml, gone.yaml] }
  - { path: list.yaml }
  - https://example.org/x.yaml
  - compose.yaml
  - empty.yaml
${services({ web: 'networks: [lan]', twice: 'user: "7"' })}`,
    'shop/base.yaml': services({ base: '', twice: 'user: root' }, 'networks: { lan: { driver: macvlan } }\n'),
    'shop/more.yaml': services(
      { more: 'volumes: ["data:/x"]' },
      'volumes: { data: { driver_opts: { type: nfs } } }\n',
    ),
    'shop/list.yaml': services({ listed: '' }),
    'shop/empty.yaml': '# nothing\n',
  },
  'volumes of a project': {
    'compose.yaml': services(
      {
        nfs: 'volumes: ["nfs:/x"]',
        plain: 'volumes: ["plain:/x"]',
        outer: 'volumes: ["outer:/x"]',
        driver: 'volumes: ["driver:/x"]',
      },
      'volumes:\n  nfs: { driver_opts: { type: nfs } }\n  plain:\n  outer: { external: true }\n  driver: { driver: rexray }\n',
    ),
  },
  'a file of the first version': { 'docker-compose.yml': 'web:\n  image: town/shop:1\n' },
  'a file of the first version that builds': { 'docker-compose.yml': 'web:\n  build: .\n' },
  'a file of the first version that is called otherwise': { 'shop.yml': 'web:\n  image: town/shop:1\n' },
  'nothing of a first version': { 'docker-compose.yml': 'web:\n  text: x\n' },
  'nothing but what is included': { 'compose.prod.yml': 'include: [x.yaml]\n' },
  'includes in a file that is called otherwise': { 'shop.yml': 'include: [x.yaml]\n' },
  'a name that only ends so': { 'mycompose.yaml': 'include: [x.yaml]\n' },
  'a name that only begins so': { 'compose.yaml.txt': 'include: [x.yaml]\n' },
  'services of something that Incus has, too': {
    'compose.yaml': `${services({ web: '' })}type: container\nconfig: {}\ndevices: {}\nprofiles: []\n`,
  },
  'services in a list': { 'compose.yaml': 'services: [web]\n' },
  'services of an object': { 'compose.yaml': `apiVersion: v1\n${services({ web: '' })}` },
  'services of a workload of ours': { 'compose.yaml': `advise: 1\n${services({ web: '' })}` },
};
